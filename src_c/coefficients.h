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
    return MAD(r, 0x1.555662p-3f, 0x1.00014ep-1f);
}
/* degree 2, error 2^-25.5 on [-0.021877, 0.021877] */
WORD T poly_expm1(T r)
{
    return MAD(r, MAD(r, 0x1.555662p-5f, 0x1.5556e6p-3f), 0x1.000000p-1f);
}
/* (2 atanh(z) - 2 z)/z^3 of w = z^2, |z| <= 1/5 */
/* degree 2, error 2^-20.9 on [0.0, 0.0401] */
WORD T poly_log1p(T w)
{
    return MAD(w, MAD(w, 0x1.32c83cp-2f, 0x1.996250p-2f), 0x1.555566p-1f);
}

/* (atan(t) - t)/t^3 of w = t^2 */
/* degree 8, error 2^-25.6 on [0.0, 1.0] */
WORD T poly_atan(T w)
{
    return MAD(w, MAD(w, MAD(w, MAD(w, MAD(w, MAD(w, MAD(w, MAD(w, -0x1.38de56p-9f, 0x1.ba9f66p-7f),
    -0x1.25dc12p-5f), 0x1.0001c6p-4f), -0x1.6295f8p-4f), 0x1.c3f168p-4f), -0x1.246cd2p-3f), 0x1.99983cp-3f),
    -0x1.555554p-2f);
}
#define HALF_PI_HIGH 0x1.921fb6p+0f
#define HALF_PI_LOW -0x1.777a5cp-25f
#define HALF_PI_LOWEST -0x1.ee59dap-50f
#define TWO_OVER_PI 0x1.45f306p-1f
/* above it the reduction by HALF_PI would lose bits */
#define HALF_PI_LIMIT 0x1.000000p+14f
enum { CIRCULAR_TERMS = 4 };
static const R SIN_HIGH[4] PACK_ALIGNED = {
    0x1.000000p+0f, -0x1.555556p-3f, 0x1.111112p-7f, -0x1.a01a02p-13f,
};
static const R SIN_LOW[4] PACK_ALIGNED = {
    0x0.0p+0f, 0x1.555556p-28f, -0x1.dddddep-32f, 0x1.7f97fap-39f,
};
/* sin beyond these terms, of w = r^2, |r| <= pi/4 */
/* degree 2, error 2^-44.6 on [0.0, 0.61747] */
WORD T poly_sin(T w)
{
    return MAD(w, MAD(w, 0x1.5f96acp-33f, -0x1.ae639ep-26f), 0x1.71de3ap-19f);
}
static const R COS_HIGH[4] PACK_ALIGNED = {
    0x1.000000p+0f, -0x1.000000p-1f, 0x1.555556p-5f, -0x1.6c16c2p-10f,
};
static const R COS_LOW[4] PACK_ALIGNED = {
    0x0.0p+0f, 0x0.0p+0f, -0x1.555556p-30f, 0x1.27d27ep-35f,
};
/* cos beyond these terms, of w = r^2, |r| <= pi/4 */
/* degree 2, error 2^-40.8 on [0.0, 0.61747] */
WORD T poly_cos(T w)
{
    return MAD(w, MAD(w, 0x1.1d78d6p-29f, -0x1.27e44ep-22f), 0x1.a01a02p-16f);
}

/* the Mills ratio: (a + k) R(a) of t = 1 - 2k/(a + k) for 0 <= a <= MILLS_HIGHEST */
#define MILLS_CENTRE 0x1.000000p+2f
#define MILLS_HIGHEST 0x1.e00000p+3f
/* degree 9, error 2^-25.0 on [-1.0, 0.57895] */
WORD T poly_mills(T t)
{
    return MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, -0x1.0750a6p-13f, 0x1.8c5abcp-13f),
    0x1.9abfa6p-10f), -0x1.cd803ep-9f), -0x1.ed2f4ep-8f), 0x1.eed8f4p-5f), -0x1.7dffeep-3f), 0x1.8c6d90p-2f),
    -0x1.373e38p-1f), 0x1.82b4bcp-1f);
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
/* degree 3, error 2^-26.5 on [0.0, 0.25] */
WORD T poly_sinc(T w)
{
    return MAD(w, MAD(w, MAD(w, 0x1.6fc5a8p-16f, -0x1.381232p-10f), 0x1.111110p-5f), -0x1.555556p-2f);
}
/* the root of a derivative, and f'(root + t)/t */
#define ROOT_WINDOW 0x1.000000p-1f
#define SILU_ROOT_HIGH -0x1.474974p+0f
#define SILU_ROOT_LOW 0x1.bdf6fap-27f
/* degree 8, error 2^-27.5 on [-0.5, 0.5] */
WORD T poly_SILU_root(T t)
{
    return MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, -0x1.638da6p-15f, 0x1.6369fep-13f),
    0x1.a2cbacp-11f), 0x1.0fe108p-13f), -0x1.b0f87ap-8f), -0x1.f2d2a2p-7f), 0x1.353eb6p-6f), 0x1.2c5634p-3f),
    0x1.be1410p-3f);
}
#define GELU_ROOT_HIGH -0x1.80ead2p-1f
#define GELU_ROOT_LOW 0x1.a03fd4p-27f
/* degree 8, error 2^-26.6 on [-0.5, 0.5] */
WORD T poly_GELU_root(T t)
{
    return MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, -0x1.6dee80p-11f, -0x1.181bcap-9f),
    0x1.28e9c0p-8f), 0x1.3de46ap-6f), -0x1.e40378p-7f), -0x1.d2f8eap-4f), -0x1.2a2f06p-6f), 0x1.8d9a92p-2f),
    0x1.b9d990p-2f);
}
#define GELU_TANH_ROOT_HIGH -0x1.8142a0p-1f
#define GELU_TANH_ROOT_LOW 0x1.85a06cp-27f
/* degree 8, error 2^-25.8 on [-0.5, 0.5] */
WORD T poly_GELU_TANH_root(T t)
{
    return MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, -0x1.c34950p-11f, -0x1.2b02b8p-9f),
    0x1.57fb46p-8f), 0x1.420c08p-6f), -0x1.1046f4p-6f), -0x1.d2b590p-4f), -0x1.029626p-6f), 0x1.8cd1a0p-2f),
    0x1.b8bacep-2f);
}
#define MISH_ROOT_HIGH -0x1.31432cp+0f
#define MISH_ROOT_LOW -0x1.a25b08p-29f
/* degree 8, error 2^-26.4 on [-0.5, 0.5] */
WORD T poly_MISH_root(T t)
{
    return MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, 0x1.d3a688p-13f, 0x1.f8c36ep-11f),
    0x1.1fe4b2p-10f), -0x1.b7ccfap-9f), -0x1.03384ep-6f), -0x1.4c23c0p-6f), 0x1.574f16p-5f), 0x1.a34a26p-3f),
    0x1.115accp-2f);
}
#define GCU_ROOT_HIGH 0x1.b87da4p-1f
#define GCU_ROOT_LOW 0x1.d1f444p-26f
/* degree 8, error 2^-23.9 on [-0.5, 0.5] */
WORD T poly_GCU_root(T t)
{
    return MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, -0x1.76246ep-16f, 0x1.0d431cp-13f),
    0x1.589b86p-10f), -0x1.642adap-8f), -0x1.5cce3cp-5f), 0x1.bd3982p-4f), 0x1.32a1a6p-1f), -0x1.4deb24p-1f),
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
    return MAD(r, MAD(r, MAD(r, MAD(r, MAD(r, 0x1.a01b118a75c35p-13, 0x1.6c17f353d3ca1p-10), 0x1.11111110df174p-7),
    0x1.55555554e4e34p-5), 0x1.5555555555556p-3), 0x1.0000000000001p-1);
}
/* degree 5, error 2^-53.0 on [-0.021877, 0.021877] */
WORD T poly_expm1(T r)
{
    return MAD(r, MAD(r, MAD(r, MAD(r, MAD(r, 0x1.a01b118a75c35p-13, 0x1.6c17f353d3ca1p-10), 0x1.11111110df174p-7),
    0x1.55555554e4e34p-5), 0x1.5555555555556p-3), 0x1.0000000000001p-1);
}
/* (2 atanh(z) - 2 z)/z^3 of w = z^2, |z| <= 1/5 */
/* degree 6, error 2^-48.3 on [0.0, 0.0401] */
WORD T poly_log1p(T w)
{
    return MAD(w, MAD(w, MAD(w, MAD(w, MAD(w, MAD(w, 0x1.35a069e7c1f02p-3, 0x1.39029fee44135p-3),
    0x1.746bbab7ddfe4p-3), 0x1.c71c3cd5b95f4p-3), 0x1.2492495208437p-2), 0x1.999999997c60ap-2),
    0x1.555555555556ep-1);
}

/* (atan(t) - t)/t^3 of w = t^2 */
/* degree 20, error 2^-54.7 on [0.0, 1.0] */
WORD T poly_atan(T w)
{
    return MAD(w, MAD(w, MAD(w, MAD(w, MAD(w, MAD(w, MAD(w, MAD(w, MAD(w, MAD(w, MAD(w, MAD(w, MAD(w, MAD(w, MAD(w,
    MAD(w, MAD(w, MAD(w, MAD(w, MAD(w, -0x1.8d087295ab9f4p-17, 0x1.1f0adb240a1fbp-13), -0x1.8a2f3ae537bb1p-11),
    0x1.57cc888719aa0p-9), -0x1.aef1a8e977bf8p-8), 0x1.a1fe88baf72d4p-7), -0x1.4b974a27ac39fp-6),
    0x1.c3ac54a572735p-6), -0x1.147b2825d82f6p-5), 0x1.3d3f26d5ea7ffp-5), -0x1.60ebd1489b946p-5),
    0x1.854a7b99af61dp-5), -0x1.af00bd568a3d2p-5), 0x1.e1dc0d7679adcp-5), -0x1.1110bfea8ed5ep-4),
    0x1.3b13aaf4aba4ap-4), -0x1.745d16f26d0a3p-4), 0x1.c71c71c472843p-4), -0x1.249249248c7dap-3),
    0x1.99999999998f9p-3), -0x1.5555555555555p-2);
}
#define HALF_PI_HIGH 0x1.921fb54442d18p+0
#define HALF_PI_LOW 0x1.1a62633145c07p-54
#define HALF_PI_LOWEST -0x1.f1976b7ed8fbcp-110
#define TWO_OVER_PI 0x1.45f306dc9c883p-1
/* above it the reduction by HALF_PI would lose bits */
#define HALF_PI_LIMIT 0x1.000000p+24
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
/* degree 4, error 2^-86.0 on [0.0, 0.61747] */
WORD T poly_sin(T w)
{
    return MAD(w, MAD(w, MAD(w, MAD(w, 0x1.7098ab65aca14p-66, -0x1.2f4966934dd8fp-57), 0x1.952c76f1e1fd8p-49),
    -0x1.ae7f3e733a2efp-41), 0x1.6124613a86d09p-33);
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
/* degree 4, error 2^-81.5 on [0.0, 0.61747] */
WORD T poly_cos(T w)
{
    return MAD(w, MAD(w, MAD(w, MAD(w, 0x1.e3a467deca6e2p-62, -0x1.6827165f3851fp-53), 0x1.ae7f3e5a92241p-45),
    -0x1.93974a8c05e29p-37), 0x1.1eed8eff8d897p-29);
}

/* the Mills ratio: (a + k) R(a) of t = 1 - 2k/(a + k) for 0 <= a <= MILLS_HIGHEST */
#define MILLS_CENTRE 0x1.000000p+2
#define MILLS_HIGHEST 0x1.3c0000p+5
/* degree 22, error 2^-54.0 on [-1.0, 0.81609] */
WORD T poly_mills(T t)
{
    return MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t,
    MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, -0x1.0e0d7178bf5eap-30, 0x1.0c027bb42f08dp-35),
    0x1.df523bd52c578p-27), 0x1.f984630995397p-27), -0x1.47f923dc26e66p-24), -0x1.4baa19ca02e59p-23),
    0x1.1b0c9af066300p-22), 0x1.11c9a89009a9fp-20), -0x1.4f9384c2dba14p-21), -0x1.8d36d61668932p-18),
    0x1.7fd85f27b6b3fp-21), 0x1.26cf9720abb5ep-15), -0x1.001163ffdd5fap-19), -0x1.e4a416603c27ap-13),
    0x1.17a4a66dc2544p-13), 0x1.ab825f7fdb8b7p-10), -0x1.c81719ca40281p-9), -0x1.ee27610350881p-8),
    0x1.eec4cc3e44f92p-5), -0x1.7dff2bff6888dp-3), 0x1.8c6dbf2cfc301p-2), -0x1.373e3a893c287p-1),
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
/* degree 7, error 2^-55.6 on [0.0, 0.25] */
WORD T poly_sinc(T w)
{
    return MAD(w, MAD(w, MAD(w, MAD(w, MAD(w, MAD(w, MAD(w, 0x1.93d7cd28931f7p-45, -0x1.78aecc5213a4ep-37),
    0x1.08db48cea43eep-29), -0x1.0cfeb60f8dd5fp-22), 0x1.71de3a556c718p-16), -0x1.3813813813813p-10),
    0x1.1111111111111p-5), -0x1.5555555555555p-2);
}
/* the root of a derivative, and f'(root + t)/t */
#define ROOT_WINDOW 0x1.000000p-1
#define SILU_ROOT_HIGH -0x1.474973c84120bp+0
#define SILU_ROOT_LOW -0x1.f8d74bc9ac154p-54
/* degree 20, error 2^-56.6 on [-0.5, 0.5] */
WORD T poly_SILU_root(T t)
{
    return MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t,
    MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, -0x1.1d675ac64184bp-34, -0x1.e09a7d772ee96p-33), 0x1.fba899d9a9e4fp-33),
    0x1.9078f032e91ecp-29), 0x1.3d8ff03f78051p-28), -0x1.444b0d3655f08p-26), -0x1.8e0039bd01010p-24),
    -0x1.061a21c4c8f40p-25), 0x1.cdb1506b45e7cp-21), 0x1.3ae0f7973ad03p-19), -0x1.8af40fda196fbp-19),
    -0x1.f2d89766ab9d6p-16), -0x1.57238dca0d332p-15), 0x1.8574d136d5c71p-13), 0x1.a2a7caf0ee725p-11),
    0x1.098e92b8f0707p-13), -0x1.b0f82c498fd2fp-8), -0x1.f2d0e32bc2994p-7), 0x1.353eb573ca457p-6),
    0x1.2c563458cc0adp-3), 0x1.be1410460527fp-3);
}
#define GELU_ROOT_HIGH -0x1.80ead197f00b4p-1
#define GELU_ROOT_LOW 0x1.13e74c58cada8p-56
/* degree 20, error 2^-54.5 on [-0.5, 0.5] */
WORD T poly_GELU_root(T t)
{
    return MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t,
    MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, -0x1.74b4c9b84fdacp-34, 0x1.236fb927aa326p-33), 0x1.0535901462f72p-29),
    -0x1.7e13b46a1daf4p-30), -0x1.30973e755bc41p-25), -0x1.b99e7f0971243p-30), 0x1.322a2ede84063p-21),
    0x1.d0c3a8e4e48b5p-22), -0x1.03fec690e8f53p-17), -0x1.784acaf1553aep-17), 0x1.69610924c3fb3p-14),
    0x1.86c863b6836c1p-13), -0x1.8680f74e6b445p-11), -0x1.258a6d8563549p-9), 0x1.297b9d6ffaacbp-8),
    0x1.3e346def42058p-6), -0x1.e4088244f901dp-7), -0x1.d2fa4c17c7e84p-4), -0x1.2a2ef9bb865aep-6),
    0x1.8d9a941de3ac5p-2), 0x1.b9d98fa5a3215p-2);
}
#define GELU_TANH_ROOT_HIGH -0x1.81429f9e97e4dp-1
#define GELU_TANH_ROOT_LOW 0x1.4f523ed77dbdcp-55
/* degree 20, error 2^-54.7 on [-0.5, 0.5] */
WORD T poly_GELU_TANH_root(T t)
{
    return MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t,
    MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, -0x1.53efa880c99c6p-27, -0x1.fd4c43dff63ecp-27), 0x1.3e2fce6320bdbp-24),
    0x1.2d7d3222eb08ap-23), -0x1.ce6f9b13c473bp-22), -0x1.099dae3f363aap-20), 0x1.469de9f670be8p-19),
    0x1.8d2fc319b0ea2p-18), -0x1.0b9c8bbc0c391p-16), -0x1.253bc9e93a27cp-15), 0x1.04936ef96d1cep-13),
    0x1.14bf894eef0f9p-12), -0x1.e63f2942f26a4p-11), -0x1.3d8d6416fae25p-9), 0x1.58c9ed713453ep-8),
    0x1.427996dc248f5p-6), -0x1.104a83edc0ddap-6), -0x1.d2b77346470aap-4), -0x1.029615edb077ap-6),
    0x1.8cd1a2b2fff33p-2), 0x1.b8bacd2c96b91p-2);
}
#define MISH_ROOT_HIGH -0x1.31432c0d12d84p+0
#define MISH_ROOT_LOW -0x1.bf319154da210p-55
/* degree 20, error 2^-55.6 on [-0.5, 0.5] */
WORD T poly_MISH_root(T t)
{
    return MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t,
    MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, 0x1.99a7b2da41108p-29, 0x1.d729f83c18cc8p-28), -0x1.683478b8f2960p-28),
    -0x1.0a3002ab11597p-24), -0x1.2f50a625d1051p-23), 0x1.cef65de2d75f8p-26), 0x1.1fadfd564813bp-20),
    0x1.8669daec7b9c6p-19), 0x1.fa2070cc9dca0p-21), -0x1.223bcbbf988d8p-16), -0x1.d453aee7b7941p-15),
    -0x1.5fffa077129c6p-15), 0x1.0a7954e84e395p-12), 0x1.03799182b7e0bp-10), 0x1.1e5e184a100a6p-10),
    -0x1.b87ddfb51b86ep-9), -0x1.03369d4ac90fbp-6), -0x1.4c222fe64d4fbp-6), 0x1.574f121a868dbp-5),
    0x1.a34a251d8ad7bp-3), 0x1.115acb42500bbp-2);
}
#define GCU_ROOT_HIGH 0x1.b87da4e8fa220p-1
#define GCU_ROOT_LOW 0x1.2e0fd50f1c4f9p-55
/* degree 20, error 2^-52.9 on [-0.5, 0.5] */
WORD T poly_GCU_root(T t)
{
    return MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t,
    MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, -0x1.8d377efd334d4p-62, 0x1.8a5d70eb23b1ap-58), 0x1.2a05d195ff542p-53),
    -0x1.083f27740e00dp-49), -0x1.67bf85805f2ecp-45), 0x1.18c3783258d17p-41), 0x1.557086db16755p-37),
    -0x1.cca0b1606dffdp-34), -0x1.ed3f9fdb9858cp-30), 0x1.18b1ec16c99a1p-26), 0x1.03ca5b00f401bp-22),
    -0x1.e271cdc72a831p-20), -0x1.786b558567d4bp-16), 0x1.0f6003c007e9cp-13), 0x1.589d3a7551cf3p-10),
    -0x1.642e04ec0a62cp-8), -0x1.5cce3d2cfb6fep-5), 0x1.bd3986270cfb7p-4), 0x1.32a1a507fa5fcp-1),
    -0x1.4deb249d49bc9p-1), -0x1.09e23c6397ad8p+1);
}

#endif
