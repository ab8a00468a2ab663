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
#define SMALLEST_NORMAL 0x1.000000p-126f
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
/* (erf(z) - 2/sqrt(pi) z)/z^3 and (x - tanh(x))/x^3 of w = z^2, |z| <= 1 */
#define ERF_SLOPE_HIGH 0x1.20dd76p+0f
#define ERF_SLOPE_LOW -0x1.f7ac92p-25f
/* degree 6, error 2^-26.6 on [0.0, 1.001] */
WORD T poly_erf(T w)
{
    return MAD(w, MAD(w, MAD(w, MAD(w, MAD(w, MAD(w, -0x1.d9c622p-18f, 0x1.b53c5cp-14f), -0x1.b75a2cp-11f),
    0x1.55c346p-8f), -0x1.b8227ap-6f), 0x1.ce2ed2p-4f), -0x1.812746p-2f);
}
/* degree 8, error 2^-26.7 on [0.0, 1.001] */
WORD T poly_tanh_shrink(T w)
{
    return MAD(w, MAD(w, MAD(w, MAD(w, MAD(w, MAD(w, MAD(w, MAD(w, 0x1.69ea78p-14f, -0x1.056c4cp-11f),
    0x1.8f8cc2p-10f), -0x1.ea4a6ep-9f), 0x1.25c538p-7f), -0x1.66e170p-6f), 0x1.ba283ap-5f), -0x1.11114ep-3f),
    0x1.555556p-2f);
}
#define ROOT_2 0x1.6a09e6p+0f
#define THIN_PLATE_ROOT_HIGH 0x1.368b30p-1f
#define THIN_PLATE_ROOT_LOW -0x1.c834fcp-28f
#define QUARTER_PI_HIGH 0x1.921fb6p-1f
#define QUARTER_PI_LOW -0x1.777a5cp-26f
/* gelu_tanh: its sigmoid's argument is x (A + B x^2) */
#define GELU_TANH_A_HIGH 0x1.988454p+0f
#define GELU_TANH_A_LOW -0x1.857936p-25f
#define GELU_TANH_B_HIGH 0x1.2444f2p-4f
#define GELU_TANH_B_LOW 0x1.49b16ap-29f
#define SELU_LAMBDA_HIGH 0x1.0cfabep+0f
#define SELU_LAMBDA_LOW -0x1.2adddap-25f
#define SELU_LAMBDA_ALPHA_HIGH 0x1.c212ccp+0f
#define SELU_LAMBDA_ALPHA_LOW 0x1.903c0cp-26f
#define SIXTH_HIGH 0x1.555556p-3f
#define SIXTH_LOW -0x1.555556p-28f
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
#define TANHEXP_ROOT_HIGH -0x1.14302cp+0f
#define TANHEXP_ROOT_LOW -0x1.e08798p-27f
/* degree 8, error 2^-25.9 on [-0.5, 0.5] */
WORD T poly_TANHEXP_root(T t)
{
    return MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, 0x1.c96666p-9f, 0x1.dff112p-9f),
    -0x1.70fb2cp-8f), -0x1.a449f2p-6f), -0x1.75f2aep-5f), -0x1.769cbap-6f), 0x1.b9cc06p-4f), 0x1.4d083ap-2f),
    0x1.68f6b6p-2f);
}
#define SERF_ROOT_HIGH -0x1.316c60p+0f
#define SERF_ROOT_LOW -0x1.996d3cp-25f
/* degree 8, error 2^-26.7 on [-0.5, 0.5] */
WORD T poly_SERF_root(T t)
{
    return MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, 0x1.f2686ep-13f, 0x1.115978p-10f),
    0x1.dfc9c8p-11f), -0x1.286baap-8f), -0x1.32b7f6p-6f), -0x1.7e4f5ep-6f), 0x1.857f98p-5f), 0x1.da5780p-3f),
    0x1.34bdb2p-2f);
}
#define SMISH_ROOT_HIGH -0x1.64ff38p+0f
#define SMISH_ROOT_LOW 0x1.d25fc0p-26f
/* degree 8, error 2^-27.0 on [-0.5, 0.5] */
WORD T poly_SMISH_root(T t)
{
    return MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, -0x1.1adfc2p-14f, -0x1.699ef6p-15f),
    0x1.c8f748p-11f), 0x1.c01b28p-10f), -0x1.eab7e0p-9f), -0x1.1fbacap-6f), -0x1.af2ae4p-10f), 0x1.ac9446p-4f),
    0x1.738c88p-3f);
}
#define LOGISH_ROOT_HIGH -0x1.5f5928p+0f
#define LOGISH_ROOT_LOW 0x1.f8dbe8p-26f
/* degree 8, error 2^-27.9 on [-0.5, 0.5] */
WORD T poly_LOGISH_root(T t)
{
    return MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, -0x1.92c336p-14f, -0x1.2937eep-18f),
    0x1.5c0d0cp-11f), 0x1.1eca1ep-10f), -0x1.e2bacap-9f), -0x1.eb501cp-7f), 0x1.9d53bap-9f), 0x1.bd267ep-4f),
    0x1.77a21cp-3f);
}
#define PHISH_ROOT_HIGH -0x1.3207c8p+0f
#define PHISH_ROOT_LOW 0x1.0ad784p-25f
/* degree 12, error 2^-26.4 on [-0.5, 0.5] */
WORD T poly_PHISH_root(T t)
{
    return MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, 0x1.e35a08p-7f,
    0x1.540e62p-10f), -0x1.937a9ap-7f), -0x1.a71e3ap-8f), 0x1.241332p-12f), 0x1.f024f0p-7f), 0x1.59ca14p-7f),
    -0x1.698304p-5f), -0x1.9651b0p-6f), 0x1.8a4168p-3f), 0x1.02ef86p-2f), -0x1.6be626p-3f), -0x1.766978p-2f);
}
#define DISH_ROOT_HIGH -0x1.92826ep-1f
#define DISH_ROOT_LOW -0x1.e4b1a4p-26f
/* degree 12, error 2^-27.7 on [-0.5, 0.5] */
WORD T poly_DISH_root(T t)
{
    return MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, -0x1.6cf802p-5f,
    -0x1.5aff78p-5f), 0x1.f23716p-6f), 0x1.705316p-4f), 0x1.64097ep-4f), 0x1.202e02p-8f), -0x1.f42a1cp-4f),
    -0x1.8a5d8ep-3f), -0x1.d72ca8p-4f), 0x1.9e8bbep-4f), 0x1.47a8fep-2f), 0x1.7af2c0p-2f), 0x1.a8f0cap-3f);
}
#define ELISH_ROOT_HIGH -0x1.c34366p-1f
#define ELISH_ROOT_LOW -0x1.79d426p-29f
/* degree 8, error 2^-28.7 on [-0.5, 0.5] */
WORD T poly_ELISH_root(T t)
{
    return MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, 0x1.073304p-20f, 0x1.e80ee2p-13f),
    0x1.22de62p-11f), -0x1.654ddap-11f), -0x1.2bd55cp-9f), 0x1.2d6e34p-6f), 0x1.c8bc6ep-4f), 0x1.078934p-2f),
    0x1.f0ed9ap-3f);
}
#define HARD_ELISH_ROOT_HIGH -0x1.12dfe6p+0f
#define HARD_ELISH_ROOT_LOW -0x1.3e4bc4p-26f
/* degree 8, error 2^-27.4 on [-0.5, 0.5] */
WORD T poly_HARD_ELISH_root(T t)
{
    return MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, 0x1.697f7ap-15f, 0x1.1d2798p-16f),
    0x1.752e6ep-14f), 0x1.71d3f6p-11f), 0x1.edaacap-9f), 0x1.0d4e30p-6f), 0x1.ccd78ep-5f), 0x1.1f4fa6p-3f),
    0x1.c9fa52p-3f);
}

#else /* REAL == 64 */

#define MANTISSA_BITS 52
#define EXPONENT_BIAS 1023
#define LARGEST 0x1.fffffffffffffp+1023
#define SMALLEST_NORMAL 0x1.000000p-1022
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
/* (erf(z) - 2/sqrt(pi) z)/z^3 and (x - tanh(x))/x^3 of w = z^2, |z| <= 1 */
#define ERF_SLOPE_HIGH 0x1.20dd750429b6dp+0
#define ERF_SLOPE_LOW 0x1.1ae3a914fed80p-56
/* degree 14, error 2^-56.4 on [0.0, 1.001] */
WORD T poly_erf(T w)
{
    return MAD(w, MAD(w, MAD(w, MAD(w, MAD(w, MAD(w, MAD(w, MAD(w, MAD(w, MAD(w, MAD(w, MAD(w, MAD(w, MAD(w,
    -0x1.0e536159ca81cp-33, 0x1.ea977a0cbb559p-31), -0x1.8fb6bf4f0fcf4p-29), 0x1.864b207d4d1bep-28),
    -0x1.1d3918f784884p-27), 0x1.68cb212e669a7p-26), -0x1.67b3c03480800p-23), 0x1.ba5b707e2131bp-20),
    -0x1.f4d6ebbfe6d1ep-17), 0x1.f9a3469f00e2dp-14), -0x1.c02db492ee4e8p-11), 0x1.565bcd10154bcp-8),
    -0x1.b82ce3128e342p-6), 0x1.ce2f21a042c69p-4), -0x1.812746b0379e7p-2);
}
/* degree 20, error 2^-56.4 on [0.0, 1.001] */
WORD T poly_tanh_shrink(T w)
{
    return MAD(w, MAD(w, MAD(w, MAD(w, MAD(w, MAD(w, MAD(w, MAD(w, MAD(w, MAD(w, MAD(w, MAD(w, MAD(w, MAD(w, MAD(w,
    MAD(w, MAD(w, MAD(w, MAD(w, MAD(w, -0x1.03bae90874861p-21, 0x1.4d18fea74de58p-18), -0x1.8bea8e70bc83ep-16),
    0x1.215d1dfee2f3bp-14), -0x1.230386c9cb88bp-13), 0x1.aadbbc4d1c49bp-13), -0x1.d7d544d7938b3p-13),
    0x1.8f438d6497841p-13), -0x1.ff9e507d020eap-14), 0x1.ac2a61b3613f6p-15), 0x1.9028d93a6eaf8p-17),
    -0x1.71f34ecbc867cp-14), 0x1.f0ff0af902093p-13), -0x1.35225aeb9e7f8p-11), 0x1.7d9fa706e8229p-10),
    -0x1.d6d3a0f5ac1fbp-9), 0x1.226e348b50190p-7), -0x1.664f487e17533p-6), 0x1.ba1ba1ba0c788p-5),
    -0x1.1111111111057p-3), 0x1.5555555555555p-2);
}
#define ROOT_2 0x1.6a09e667f3bcdp+0
#define THIN_PLATE_ROOT_HIGH 0x1.368b2fc6f960ap-1
#define THIN_PLATE_ROOT_LOW -0x1.85314b9559e64p-61
#define QUARTER_PI_HIGH 0x1.921fb54442d18p-1
#define QUARTER_PI_LOW 0x1.1a62633145c07p-55
/* gelu_tanh: its sigmoid's argument is x (A + B x^2) */
#define GELU_TANH_A_HIGH 0x1.9884533d43651p+0
#define GELU_TANH_A_LOW -0x1.cbc0d30ebfd15p-54
#define GELU_TANH_B_HIGH 0x1.2444f2a4d8b4bp-4
#define GELU_TANH_B_LOW -0x1.6c843a29d1c70p-61
#define SELU_LAMBDA_HIGH 0x1.0cfabd6a91132p+0
#define SELU_LAMBDA_LOW 0x1.6fc7d272f2695p-55
#define SELU_LAMBDA_ALPHA_HIGH 0x1.c212cc640f031p+0
#define SELU_LAMBDA_ALPHA_LOW 0x1.05161b045a1fep-56
#define SIXTH_HIGH 0x1.5555555555555p-3
#define SIXTH_LOW 0x1.5555555555555p-57
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
#define TANHEXP_ROOT_HIGH -0x1.14302c3c10f30p+0
#define TANHEXP_ROOT_LOW -0x1.b8c761c7b1289p-54
/* degree 20, error 2^-56.3 on [-0.5, 0.5] */
WORD T poly_TANHEXP_root(T t)
{
    return MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t,
    MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, -0x1.2b741df1fc601p-25, -0x1.122b342f61a19p-20), -0x1.388296af464e8p-23),
    0x1.6130261d4ca21p-18), 0x1.a17e243fe7a0cp-17), 0x1.a6fc29b01390bp-17), -0x1.f524c00686410p-17),
    -0x1.92c4bdb05a1f2p-14), -0x1.bc5bdb89d1452p-13), -0x1.a75da71625938p-13), 0x1.3cfaaf6ecf919p-12),
    0x1.b4407f7b26b43p-10), 0x1.bdae48f426fe2p-9), 0x1.6b4739a6f5c21p-9), -0x1.70f433d49d8ffp-8),
    -0x1.a1972d506ba17p-6), -0x1.75ed50eb60078p-5), -0x1.76ccc7f75d1ecp-6), 0x1.b9cbc0b27edcbp-4),
    0x1.4d0848bbb42d2p-2), 0x1.68f6b660942b4p-2);
}
#define SERF_ROOT_HIGH -0x1.316c60ccb69dbp+0
#define SERF_ROOT_LOW 0x1.1d9ecd0f85993p-55
/* degree 20, error 2^-57.4 on [-0.5, 0.5] */
WORD T poly_SERF_root(T t)
{
    return MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t,
    MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, 0x1.294c155ebcaa5p-22, 0x1.19c1c075f604ap-28), -0x1.8c636143708e1p-22),
    -0x1.278c3dcda80ddp-25), 0x1.62b683c4828cap-23), 0x1.3542ec0053972p-23), 0x1.919b01dadcb14p-21),
    0x1.8edda649d6babp-20), -0x1.f8079c8d91c58p-20), -0x1.33ecd7ac9c241p-16), -0x1.762ec77a8ca66p-15),
    -0x1.428c042fc55b8p-20), 0x1.5c3c38547670cp-12), 0x1.12c4147aeb533p-10), 0x1.c905108e84ef8p-11),
    -0x1.28850b62992e7p-8), -0x1.32985cfc7c7a2p-6), -0x1.7e4ec0f21adb5p-6), 0x1.857e8a8303edap-5),
    0x1.da577f6c75892p-3), 0x1.34bdb29d97b36p-2);
}
#define SMISH_ROOT_HIGH -0x1.64ff378b68101p+0
#define SMISH_ROOT_LOW 0x1.9b36cef2903e8p-55
/* degree 20, error 2^-56.1 on [-0.5, 0.5] */
WORD T poly_SMISH_root(T t)
{
    return MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t,
    MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, -0x1.75c1e897fb807p-21, -0x1.d10375146e1c4p-31), 0x1.e88e2e708ea2bp-21),
    -0x1.cb042dbf1b333p-32), -0x1.02b616e8f787cp-21), 0x1.0aa23c65e1490p-24), 0x1.01aaa220a9694p-26),
    -0x1.94fdf4c00f33bp-21), -0x1.b78416a51cb3bp-23), 0x1.797324f24bffap-18), 0x1.7771390417f07p-17),
    -0x1.9692e5e9fbcbap-16), -0x1.0b8a98e55b29dp-13), -0x1.0af568dbe7e31p-15), 0x1.d9725a951074fp-11),
    0x1.bfa985b6a7752p-10), -0x1.eb78a4d6166ebp-9), -0x1.1fba7dd06c2b1p-6), -0x1.af107708bf1c2p-10),
    0x1.ac94462c6bd8cp-4), 0x1.738c870456665p-3);
}
#define LOGISH_ROOT_HIGH -0x1.5f592781c9063p+0
#define LOGISH_ROOT_LOW 0x1.67550801af0a8p-54
/* degree 20, error 2^-56.9 on [-0.5, 0.5] */
WORD T poly_LOGISH_root(T t)
{
    return MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t,
    MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, -0x1.a5e2fe0b7adf0p-22, -0x1.9240a2fa3e318p-28), 0x1.149404b264f3dp-21),
    0x1.c06243f24b785p-28), -0x1.31cfda809d562p-22), 0x1.c0808a0e4724fp-27), 0x1.0ed57aa56a573p-24),
    -0x1.e6855d8f96cf8p-23), -0x1.f5495b8208e1ap-24), 0x1.236b59dc06a2ap-19), 0x1.42b79679040b4p-18),
    -0x1.b8ba78bf812f0p-17), -0x1.24ab68fea9acap-14), 0x1.5faec446decc3p-19), 0x1.53c5cd549c119p-11),
    0x1.1e70fec628061p-10), -0x1.e2554fa46580fp-9), -0x1.eb4f4e7348a01p-7), 0x1.9d4c9b15c4a7ap-9),
    0x1.bd267d771edb8p-4), 0x1.77a21c898b59fp-3);
}
#define PHISH_ROOT_HIGH -0x1.3207c77a943e3p+0
#define PHISH_ROOT_LOW 0x1.932495489a85ap-56
/* degree 24, error 2^-57.6 on [-0.5, 0.5] */
WORD T poly_PHISH_root(T t)
{
    return MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t,
    MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, -0x1.a25b1dae14fbep-15, -0x1.ff704da4373d4p-22),
    0x1.3f8f19f34fa46p-14), 0x1.22bdf6115c47dp-22), -0x1.7c21c4bf81fb7p-15), 0x1.01f44fbff4000p-18),
    -0x1.f0f8ea004c71ap-18), -0x1.f268a6a394ba1p-16), 0x1.33716b64369d7p-14), 0x1.2045b735bca21p-13),
    -0x1.5eae091e0c7e4p-13), -0x1.dfc678e7b9b47p-12), 0x1.c7445502ab538p-12), 0x1.cf8e6d43c1fecp-10),
    -0x1.48105f75d6853p-11), -0x1.b4abf56c05a43p-8), -0x1.bacdab9f88958p-9), 0x1.f19c913cebd02p-7),
    0x1.6bc510ebcc6f1p-7), -0x1.698d42afa6bc0p-5), -0x1.96f97a78f1324p-6), 0x1.8a4188fc0de9ep-3),
    0x1.02efd9d50c8e6p-2), -0x1.6be6268fcd622p-3), -0x1.766978bf318e4p-2);
}
#define DISH_ROOT_HIGH -0x1.92826ef258d1bp-1
#define DISH_ROOT_LOW -0x1.8d20e15f6d9eap-57
/* degree 24, error 2^-56.7 on [-0.5, 0.5] */
WORD T poly_DISH_root(T t)
{
    return MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t,
    MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, -0x1.8634bb6c274c3p-10, 0x1.0c41dcf79d872p-10),
    0x1.9916b0662c39fp-8), 0x1.784cb0fb331dbp-9), -0x1.c421fc4374e2ap-8), -0x1.7a6846e94cce4p-7),
    -0x1.a6865aa3e992cp-8), 0x1.ab1fd6842dae3p-8), 0x1.4433d28bf7404p-6), 0x1.53ae41628e69ap-6),
    0x1.897d294d7116bp-10), -0x1.e2b6d552ac95ep-6), -0x1.84557a5d74c35p-5), -0x1.c692b25792126p-6),
    0x1.e03ffa9e0c425p-6), 0x1.6218ddf6bde7cp-4), 0x1.676b43721031cp-4), 0x1.3b8cc83292be4p-8),
    -0x1.f4d71a5add2b5p-4), -0x1.8a69eeeb392a1p-3), -0x1.d71e0cf8ec189p-4), 0x1.9e8c3a18f4ad3p-4),
    0x1.47a8de2b528afp-2), 0x1.7af2c00ba4298p-2), 0x1.a8f0ca985721dp-3);
}
#define ELISH_ROOT_HIGH -0x1.c34366179d427p-1
#define ELISH_ROOT_LOW 0x1.9f270661722dbp-56
/* degree 20, error 2^-56.2 on [-0.5, 0.5] */
WORD T poly_ELISH_root(T t)
{
    return MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t,
    MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, 0x1.5d25cd69f36abp-21, 0x1.982187ea9a829p-27), -0x1.caa3140797175p-21),
    -0x1.abadc6a32b937p-27), 0x1.07c2aaf12807fp-21), -0x1.1fbefb226814ap-34), -0x1.21ad00ace50fep-22),
    -0x1.067a29bf98fc1p-23), 0x1.f6faad57d4abbp-21), 0x1.5c09f6d049a30p-19), -0x1.105b07acf9d45p-18),
    -0x1.f40352c310f79p-16), -0x1.682ea132457c6p-17), 0x1.0845be03991c4p-12), 0x1.26be7f13c57d7p-11),
    -0x1.67a99e8756548p-11), -0x1.2c056c0c5e824p-9), 0x1.2d6ffd16fe2aap-6), 0x1.c8bc89111e2a0p-4),
    0x1.0789332093269p-2), 0x1.f0ed99bed9b2ep-3);
}
#define HARD_ELISH_ROOT_HIGH -0x1.12dfe64f92f10p+0
#define HARD_ELISH_ROOT_LOW 0x1.25df6b19a7db4p-55
/* degree 20, error 2^-56.3 on [-0.5, 0.5] */
WORD T poly_HARD_ELISH_root(T t)
{
    return MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t,
    MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, 0x1.43505ce3c0d0cp-21, -0x1.35b8f80a1ed25p-29), -0x1.a85c5fc800520p-21),
    0x1.81027df1b265ep-29), 0x1.dd6bde7337d90p-22), -0x1.963ff1e1ae13fp-30), -0x1.2c9be44357befp-23),
    0x1.e5f040c684887p-32), 0x1.d2b447d83d437p-26), 0x1.d30af3b575abfp-30), 0x1.1ccc3ed0503f3p-26),
    0x1.b3b44c171fd00p-23), 0x1.f68b4331ebe83p-20), 0x1.02f19d2ed313ap-16), 0x1.d67d3ba8f96cep-14),
    0x1.723459dcb44e3p-11), 0x1.ed18ab1d4f982p-9), 0x1.0d4dc1a51716ep-6), 0x1.ccd830b0861bep-5),
    0x1.1f4fa69126ab6p-3), 0x1.c9fa513bd1561p-3);
}

#endif
