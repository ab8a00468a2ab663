/* Made by coefficients.py: change it there. */

static const uint64_t TWO_OVER_PI_BITS[36] = {
    0xa2f9836e4e441529u, 0xfc2757d1f534ddc0u, 0xdb6295993c439041u, 0xfe5163abdebbc561u,
    0xb7246e3a424dd2e0u, 0x06492eea09d1921cu, 0xfe1deb1cb129a73eu, 0xe88235f52ebb4484u,
    0xe99c7026b45f7e41u, 0x3991d639835339f4u, 0x9c845f8bbdf9283bu, 0x1ff897ffde05980fu,
    0xef2f118b5a0a6d1fu, 0x6d367ecf27cb09b7u, 0x4f463f669e5fea2du, 0x7527bac7ebe5f17bu,
    0x3d0739f78a5292eau, 0x6bfb5fb11f8d5d08u, 0x56033046fc7b6babu, 0xf0cfbc209af4361du,
    0xa9e391615ee61b08u, 0x6599855f14a06840u, 0x8dffd8804d732731u, 0x06061556ca73a8c9u,
    0x60e27bc08c6b47c4u, 0x19c367cddce8092au, 0x8359c4768b961ca6u, 0xddaf44d15719053eu,
    0xa5ff07053f7e33e8u, 0x32c2de4f98327dbbu, 0xc33d26ef6b1e5ef8u, 0x9f3a1f35caf27f1du,
    0x87f121907c7c246au, 0xfa6ed5772d30433bu, 0x15c614b59d19c3c2u, 0xc4ad414d2c5d000cu,
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
/* beyond these exp is 0, resp. infinite, whatever multiplies it below FACTOR_LIMIT; the exponents fit SCALE */
#define EXP_LOWEST -0x1.540000p+7f
#define EXP_HIGHEST 0x1.540000p+7f
#define FACTOR_LIMIT 0x1.000000p+90f
/* a factor that would be subnormal, e^z below this z, is carried 2^LIFT times as large */
#define LIFT 0x1.900000p+6f
#define LIFT_BELOW -0x1.460000p+6f
#define LIFTED_UNIT 0x1.000000p-100f
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
/* (exp(r) - 1)/r where a power of 2 is all that is split off, the lowest degree first */
/* degree 5, error 2^-26.1 on [-0.34692, 0.34692] */
enum { EXPM1_QUOTIENT_DEGREE = 5 };
static const R EXPM1_QUOTIENT[6] PACK_ALIGNED = {
    0x1.000000p+0f, 0x1.000000p-1f, 0x1.5554acp-3f, 0x1.5554f0p-5f,
    0x1.122a20p-7f, 0x1.6d438cp-10f,
};
/* EXP_FRACTION: (exp(r) - 1)/r times the unit, (exp(r) - 1 - r)/r^2, and (exp(2 r) - 1)/r, whose |r| <= ln 2/4 */
#define FRACTION_LIFT 0x1.400000p+5f
#define FRACTION_UNIT 0x1.000000p+40f
#define FRACTION_FALL 0x1.000000p-40f
#define FRACTION_HIGHEST 0x1.b80000p+6f
/* degree 5, error 2^-26.1 on [-0.34692, 0.34692] */
WORD T poly_exp_lifted(T r)
{
    return MAD(r, MAD(r, MAD(r, MAD(r, MAD(r, 0x1.6d438cp+30f, 0x1.122a20p+33f), 0x1.5554f0p+35f), 0x1.5554acp+37f),
    0x1.000000p+39f), 0x1.000000p+40f);
}
/* for exp to 2^-28.2, |r+0.0000| <= 0.34727 */
WORD T poly_exp_rest(T r)
{
    return MAD(r, MAD(r, MAD(r, MAD(r, 0x1.6a5c94p-10f, 0x1.123aecp-7f), 0x1.5558a4p-5f), 0x1.555490p-3f),
    0x1.fffffcp-2f);
}
/* degree 5, error 2^-25.1 on [-0.17346, 0.17346] */
WORD T poly_expm1_twice(T r)
{
    return MAD(r, MAD(r, MAD(r, MAD(r, MAD(r, 0x1.6d438cp-4f, 0x1.122a20p-2f), 0x1.5554f0p-1f), 0x1.5554acp+0f),
    0x1.000000p+1f), 0x1.000000p+1f);
}
#define TANH_HIGHEST 0x1.280000p+3f
/* log(1 + e) is s + s^3 P(s^2), s = e/(1 + e/2) <= 2/3 */
/* degree 4, error 2^-28.7 on [0.0, 0.4445] */
WORD T poly_log1p_fraction(T w)
{
    return MAD(w, MAD(w, MAD(w, MAD(w, 0x1.e0e73cp-14f, 0x1.bb3dbep-12f), 0x1.24d704p-9f), 0x1.999868p-7f),
    0x1.555556p-4f);
}
#define SILU_CENTRE_EXP 0x1.1d25d0p-2f
#define SILU_CENTRE_TURNS 0x1.000000p+1f
#define SILU_CENTRE_HIGH 0x1.475000p+0f
#define SILU_CENTRE_LOW -0x1.a34000p-14f
#define SILU_CENTRE_LOWEST 0x1.0b180ep-36f
/* degree 4, error 2^-24.0 on [-0.4551, 0.23944] */
WORD T poly_exp_silu(T r)
{
    return MAD(r, MAD(r, MAD(r, MAD(r, 0x1.522986p-10f, 0x1.114fd2p-7f), 0x1.556376p-5f), 0x1.555554p-3f),
    0x1.fffffcp-2f);
}
/* (2 atanh(z) - 2 z)/z^3 of w = z^2, |z| <= 1/5 */
/* degree 3, error 2^-25.6 on [0.0, 0.0401] */
WORD T poly_log1p(T w)
{
    return MAD(w, MAD(w, MAD(w, 0x1.df8a76p-3f, 0x1.246a42p-2f), 0x1.99992ep-2f), 0x1.555556p-1f);
}
/* the same, |z| <= 1/3 */
/* degree 4, error 2^-25.7 on [0.0, 0.11112] */
WORD T poly_log1p_of_part(T w)
{
    return MAD(w, MAD(w, MAD(w, MAD(w, 0x1.e0e710p-3f, 0x1.bb3dc2p-3f), 0x1.24d704p-2f), 0x1.999868p-2f),
    0x1.555556p-1f);
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
/* the first for |r| <= pi/2 */
/* degree 4, error 2^-27.6 on [0.0, 2.4723] */
WORD T poly_sin_half_turn(T w)
{
    return MAD(w, MAD(w, MAD(w, MAD(w, -0x1.df9f14p-26f, 0x1.74738ap-19f), -0x1.a02e3cp-13f), 0x1.11114ap-7f),
    -0x1.555556p-3f);
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

/* the Mills ratio: R(a) = u (MILLS_FIRST + t (MILLS_SECOND + t P(t))), t = 1 - u, u = 2k/(a + k), a <= MILLS_HIGHEST */
#define MILLS_CENTRE 0x1.000000p+2f
#define MILLS_HIGHEST 0x1.dc0000p+3f
#define GELU_RATIO 0x1.40d888p+1f
#define GELU_UNIT 0x1.a00000p+0f
/* to 2^-26.8 for a <= 14.875 */
WORD T poly_gelu_p(T a)
{
    return MAD(a, MAD(a, MAD(a, 0x1.c5e11cp-6f, 0x1.150f54p-2f), 0x1.35d336p+0f), 0x1.6fffbcp+1f);
}
/* to 2^-26.8 for a <= 14.875 */
WORD T poly_gelu_q(T a)
{
    return MAD(a, MAD(a, MAD(a, 0x1.422748p-16f, 0x1.192bbap-5f), 0x1.61342ep-2f), 0x1.6516dap+0f);
}
#define GELU_SLOPE_LOG -0x1.ce6a1ep-3f
#define GELU_ROOT 0x1.80ead2p-1f
/* the second word of the root times what the distance from it is multiplied by there */
#define GELU_ROOT_REST -0x1.6737dap-26f
/* to 2^-26.1 for a <= 14.875 */
WORD T poly_gelu_f(T a)
{
    return MAD(a, MAD(a, MAD(a, MAD(a, 0x1.c29cbcp-6f, 0x1.d1ea20p-3f), 0x1.9e48fap-1f), 0x1.696b32p+0f),
    0x1.000000p+0f);
}
/* to 2^-26.1 for a <= 14.875 */
WORD T poly_gelu_m(T a)
{
    return MAD(a, MAD(a, MAD(a, 0x1.52ad3cp-6f, 0x1.45ff82p-3f), 0x1.fefa4cp-2f), 0x1.558de8p-1f);
}
#define MILLS_FIRST_HIGH 0x1.82b4b8p-4f
#define MILLS_FIRST_LOW 0x1.c64a6ep-27f
#define MILLS_SECOND_HIGH -0x1.373e38p-4f
#define MILLS_SECOND_LOW -0x1.449e14p-27f
/* degree 8, error 2^-28.7 on [-1.0, 0.57616] */
WORD T poly_mills(T t)
{
    return MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, -0x1.730048p-18f, -0x1.d1e03cp-16f),
    0x1.58ae96p-16f), 0x1.ac7780p-13f), -0x1.c919cap-12f), -0x1.ee3ad2p-11f), 0x1.eec652p-8f), -0x1.7dff24p-6f),
    0x1.8c6dbep-5f);
}
#define INVERSE_ROOT_2PI_HIGH 0x1.988454p-2f
#define INVERSE_ROOT_2PI_LOW -0x1.857936p-27f
/* softplus: (log(1 + exp(z)) - z/2 - log 2)/z^2 of w = z^2 to the limit, then (log(1 + e) - e)/e^2 of e = exp(-|z|) */
#define SOFTPLUS_LIMIT 0x1.540000p+0f
/* degree 4, error 2^-29.6 on [0.0, 1.3281] */
WORD T poly_softplus(T w)
{
    return MAD(w, MAD(w, MAD(w, MAD(w, 0x1.b98640p-20f, -0x1.b16e22p-16f), 0x1.6bdb2ep-12f), -0x1.5554d4p-8f),
    0x1.000000p-3f);
}
/* degree 5, error 2^-25.2 on [0.0, 0.31618] */
WORD T poly_softplus_tail(T e)
{
    return MAD(e, MAD(e, MAD(e, MAD(e, MAD(e, 0x1.1515dap-4f, -0x1.2713a2p-3f), 0x1.929e78p-3f), -0x1.ff815cp-3f),
    0x1.5553a6p-2f), -0x1.fffffep-2f);
}
/* (erf(z) - 2/sqrt(pi) z)/z^3 and (x - tanh(x) - x^3/3)/x^5 of w = z^2, |z| <= 1 */
#define THIRD_HIGH 0x1.555556p-2f
#define THIRD_LOW -0x1.555556p-27f
#define ERF_SLOPE_HIGH 0x1.20dd76p+0f
#define ERF_SLOPE_LOW -0x1.f7ac92p-25f
/* degree 6, error 2^-26.6 on [0.0, 1.001] */
WORD T poly_erf(T w)
{
    return MAD(w, MAD(w, MAD(w, MAD(w, MAD(w, MAD(w, -0x1.d9c622p-18f, 0x1.b53c5cp-14f), -0x1.b75a2cp-11f),
    0x1.55c346p-8f), -0x1.b8227ap-6f), 0x1.ce2ed2p-4f), -0x1.812746p-2f);
}
/* degree 7, error 2^-27.0 on [0.0, 1.001] */
WORD T poly_tanh_shrink(T w)
{
    return MAD(w, MAD(w, MAD(w, MAD(w, MAD(w, MAD(w, MAD(w, 0x1.a6de56p-15f, -0x1.6b043ep-12f), 0x1.499c8ep-10f),
    -0x1.c9c8dcp-9f), 0x1.21763ep-7f), -0x1.663b2ep-6f), 0x1.ba1ae2p-5f), -0x1.111110p-3f);
}
#define ROOT_2 0x1.6a09e6p+0f
#define THIN_PLATE_ROOT_HIGH 0x1.368b30p-1f
#define THIN_PLATE_ROOT_LOW -0x1.c834fcp-28f
/* gelu_tanh: its sigmoid's argument is x (A + B x^2) */
#define GELU_TANH_LIMIT 0x1.5e0000p+3f
#define GELU_TANH_A_HIGH 0x1.988400p+0f
#define GELU_TANH_A_LOW 0x1.4cf50ep-18f
#define GELU_TANH_B_HIGH 0x1.2444f2p-4f
#define GELU_TANH_B_LOW 0x1.49b16ap-29f
#define GELU_TANH_3B_HIGH 0x1.b6676cp-3f
#define GELU_TANH_3B_LOW -0x1.175e20p-32f
#define SELU_LAMBDA_HIGH 0x1.0cfabep+0f
#define SELU_LAMBDA_LOW -0x1.2adddap-25f
#define SELU_LAMBDA_ALPHA_HIGH 0x1.c212ccp+0f
#define SELU_LAMBDA_ALPHA_LOW 0x1.903c0cp-26f
#define SIXTH_HIGH 0x1.555556p-3f
#define SIXTH_LOW -0x1.555556p-28f
/* gelu_quick's slope; above the limit x^2 is formed of x scaled down, below 1/limit of x lifted */
#define GELU_QUICK_HIGH 0x1.b3b646p+0f
#define GELU_QUICK_LOW -0x1.78d4fep-26f
/* 1 + x is x from here on */
#define IDENTITY_LIMIT 0x1.000000p+24f
#define SQUARE_LIMIT 0x1.000000p+50f
#define SQUARE_SCALE 0x1.000000p-70f
#define SQUARE_LIFT 0x1.000000p+100f
/* so many times as large, cubes and squares of what is at most 1 keep their second words */
#define SMALL_LIFT 0x1.000000p+40f
#define SQUARE_LIFT_ROOT 0x1.000000p+50f
/* the derivative of sin(x)/x over x, of w = x^2 */
#define SINC_WINDOW 0x1.000000p-1f
/* degree 3, error 2^-26.6 on [0.0, 0.25] */
WORD T poly_sinc(T w)
{
    return MAD(w, MAD(w, MAD(w, 0x1.d2004ap-16f, -0x1.38bdf0p-10f), 0x1.1111bcp-5f), -0x1.555556p-2f);
}
/* for a table of 32 numbers in registers */
#if HAVE_LOOKUP32
typedef struct {
    T t, at, slope, bend;
} INTERPOLATED;
/* the Mills ratio, eight intervals to an octave of a and this, the first about 0 */
#define MILLS_SHIFT 0x1.100000p+0f
static const R MILLS_AT_CENTRE[32] PACK_ALIGNED = {
    0x1.0c1f00p+0f, 0x1.521a00p+0f, 0x1.8f8d00p+0f, 0x1.ce8300p+0f,
    0x1.084600p+1f, 0x1.294800p+1f, 0x1.47b480p+1f, 0x1.682a00p+1f,
    0x1.993e00p+1f, 0x1.d5f700p+1f, 0x1.0c2600p+2f, 0x1.2bc280p+2f,
    0x1.4b2680p+2f, 0x1.6a8d80p+2f, 0x1.8dd600p+2f, 0x1.ab2880p+2f,
    0x1.d82d00p+2f, 0x1.0fd100p+3f, 0x1.2da780p+3f, 0x1.4ef200p+3f,
    0x1.6df180p+3f, 0x1.8d7f80p+3f, 0x1.ac6780p+3f, 0x1.cf9600p+3f,
    0x0.0p+0f, 0x1.004800p-3f, 0x1.03d000p-2f, 0x1.80f800p-2f,
    0x1.fbb600p-2f, 0x1.3eaf00p-1f, 0x1.7d4d00p-1f, 0x1.c20c00p-1f,
};
static const R MILLS_AT_0[32] PACK_ALIGNED = {
    0x1.055608p-2f, 0x1.c90ef8p-3f, 0x1.9a7802p-3f, 0x1.72d902p-3f,
    0x1.50258ap-3f, 0x1.32f42ep-3f, 0x1.1bec3ep-3f, 0x1.06a98cp-3f,
    0x1.d752ccp-4f, 0x1.a18a4ep-4f, 0x1.72cca2p-4f, 0x1.4ec534p-4f,
    0x1.312316p-4f, 0x1.1832dep-4f, 0x1.008a3cp-4f, 0x1.df5514p-5f,
    0x1.b33ee6p-5f, 0x1.7b9f18p-5f, 0x1.56e9aap-5f, 0x1.3574b2p-5f,
    0x1.1ba556p-5f, 0x1.056c6ap-5f, 0x1.e58d5ep-6f, 0x1.c10f66p-6f,
    0x1.000000p-1f, 0x1.d0a2dap-2f, 0x1.a6d84ep-2f, 0x1.84776cp-2f,
    0x1.66f920p-2f, 0x1.4ba2bap-2f, 0x1.3460e8p-2f, 0x1.1ddaf0p-2f,
};
static const R MILLS_AT_1[32] PACK_ALIGNED = {
    -0x1.0d9d3ap-3f, -0x1.aac8f0p-4f, -0x1.60cb0ep-4f, -0x1.260e80p-4f,
    -0x1.ec0d96p-5f, -0x1.a085aap-5f, -0x1.688b00p-5f, -0x1.37d674p-5f,
    -0x1.fc99c4p-6f, -0x1.941b48p-6f, -0x1.41f0f4p-6f, -0x1.085a6ap-6f,
    -0x1.b9c240p-7f, -0x1.7630a6p-7f, -0x1.3af014p-7f, -0x1.139e92p-7f,
    -0x1.c8058ap-8f, -0x1.5c3efep-8f, -0x1.1cce1ep-8f, -0x1.d0c558p-9f,
    -0x1.870194p-9f, -0x1.4c7faep-9f, -0x1.1effaap-9f, -0x1.eb56fep-10f,
    -0x1.988454p-2f, -0x1.5e5fa2p-2f, -0x1.2d3b3ap-2f, -0x1.067976p-2f,
    -0x1.cd115ap-3f, -0x1.9431d0p-3f, -0x1.65b7acp-3f, -0x1.3a8066p-3f,
};
static const R MILLS_AT_2[32] PACK_ALIGNED = {
    0x1.e0958cp-5f, 0x1.5e753cp-5f, 0x1.0e512cp-5f, 0x1.a4daaep-6f,
    0x1.48ad02p-6f, 0x1.047044p-6f, 0x1.a942dcp-7f, 0x1.5a6966p-7f,
    0x1.03314ap-7f, 0x1.74e2b0p-8f, 0x1.0ca4a6p-8f, 0x1.93abeap-9f,
    0x1.36ac86p-9f, 0x1.e761bcp-10f, 0x1.7a6e2cp-10f, 0x1.36ffaap-10f,
    0x1.d6362ap-11f, 0x1.3b8336p-11f, 0x1.d43dbap-12f, 0x1.5a11dep-12f,
    0x1.0b9210p-12f, 0x1.a44e38p-13f, 0x1.51790ep-13f, 0x1.0b9240p-13f,
    0x1.fffffap-3f, 0x1.a4ca90p-3f, 0x1.5a6a62p-3f, 0x1.21ca4cp-3f,
    0x1.e957f8p-4f, 0x1.9bb056p-4f, 0x1.5e5ad4p-4f, 0x1.2743a2p-4f,
};
static const R MILLS_AT_3[32] PACK_ALIGNED = {
    -0x1.7f723ap-6f, -0x1.0475aep-6f, -0x1.7a4530p-7f, -0x1.153d70p-7f,
    -0x1.9752d2p-8f, -0x1.30373ep-8f, -0x1.d736b2p-9f, -0x1.6b85c0p-9f,
    -0x1.f6ace4p-10f, -0x1.49ce0ep-10f, -0x1.b088aap-11f, -0x1.2add20p-11f,
    -0x1.a9742ep-12f, -0x1.3617e4p-12f, -0x1.bda276p-13f, -0x1.58ae42p-13f,
    -0x1.dd8aa8p-14f, -0x1.1a68bep-14f, -0x1.7d15dcp-15f, -0x1.ff2100p-16f,
    -0x1.6b9cc8p-16f, -0x1.080f64p-16f, -0x1.8acab8p-17f, -0x1.221974p-17f,
    -0x1.10521ep-3f, -0x1.b013a2p-4f, -0x1.5704e0p-4f, -0x1.1552e8p-4f,
    -0x1.c50e12p-5f, -0x1.700b70p-5f, -0x1.2f0398p-5f, -0x1.eca9bap-6f,
};
static const R MILLS_AT_4[32] PACK_ALIGNED = {
    0x1.183d30p-7f, 0x1.657c92p-8f, 0x1.ebba58p-9f, 0x1.555b9cp-9f,
    0x1.da5698p-10f, 0x1.4f8ac6p-10f, 0x1.ef31c8p-11f, 0x1.6b3e4ep-11f,
    0x1.d417c0p-12f, 0x1.198ec8p-12f, 0x1.51ddb6p-13f, 0x1.aeff6cp-14f,
    0x1.1ca5fep-14f, 0x1.828ad8p-15f, 0x1.01d396p-15f, 0x1.77d5d0p-16f,
    0x1.dfc5c0p-17f, 0x1.f5690ep-18f, 0x1.341974p-18f, 0x1.7761aap-19f,
    0x1.ebdcbep-20f, 0x1.4a6978p-20f, 0x1.cbd45cp-21f, 0x1.398630p-21f,
    0x1.0033c0p-4f, 0x1.8a0da2p-5f, 0x1.2f0818p-5f, 0x1.dba122p-6f,
    0x1.79178cp-6f, 0x1.297386p-6f, 0x1.db5176p-7f, 0x1.766c8cp-7f,
};
static const R MILLS_AT_5[32] PACK_ALIGNED = {
    -0x1.69b850p-9f, -0x1.da2922p-10f, -0x1.23dddcp-10f, -0x1.91b024p-11f,
    -0x1.0e7d32p-11f, -0x1.6cf4d2p-12f, -0x1.f8f6a8p-13f, -0x1.47041ep-13f,
    -0x1.a4d238p-14f, -0x1.c29abap-15f, -0x1.fb1f22p-16f, -0x1.22c808p-16f,
    -0x1.68ff22p-17f, -0x1.c55ebcp-18f, -0x1.20bb16p-18f, -0x1.73e2e6p-19f,
    -0x1.c76c5ep-20f, -0x1.ca6166p-21f, -0x1.ea0850p-22f, -0x1.107cc0p-22f,
    -0x1.52d7a2p-23f, -0x1.91dae8p-24f, -0x1.ec0ab4p-25f, -0x1.5c87eep-25f,
    -0x1.db0bd2p-6f, -0x1.38b7e2p-6f, -0x1.0a7ed8p-6f, -0x1.87f4c4p-7f,
    -0x1.f272dcp-8f, -0x1.053330p-7f, -0x1.50cd8ep-8f, -0x1.cb3490p-9f,
};
WORD INTERPOLATED mills_at(T a, I i)
{
    T t = a - lookup32_(MILLS_AT_CENTRE, i);
    return (INTERPOLATED){t, lookup32_(MILLS_AT_0, i), lookup32_(MILLS_AT_1, i), MAD(t, MAD(t, MAD(t,
    lookup32_(MILLS_AT_5, i), lookup32_(MILLS_AT_4, i)), lookup32_(MILLS_AT_3, i)), lookup32_(MILLS_AT_2, i))};
}
#endif
/* the root of a derivative, the slope there, and (f'(root + t)/t - slope)/t inside the window */
#define SILU_ROOT_HIGH -0x1.474974p+0f
#define SILU_ROOT_LOW 0x1.bdf6fap-27f
#define SILU_ROOT_LOWEST 0x1.03945ap-53f
#define SILU_ROOT_SLOPE_HIGH 0x1.be1410p-3f
#define SILU_ROOT_SLOPE_LOW 0x1.1814a0p-29f
#define SILU_ROOT_WINDOW 0x1.000000p-3f
/* degree 3, error 2^-27.4 on [-0.125, 0.125] */
WORD T poly_SILU_root(T t)
{
    return MAD(t, MAD(t, MAD(t, -0x1.aff29ap-8f, -0x1.f2c0eep-7f), 0x1.353e74p-6f), 0x1.2c5634p-3f);
}
#define GELU_TANH_ROOT_HIGH -0x1.8142a0p-1f
#define GELU_TANH_ROOT_LOW 0x1.85a06cp-27f
#define GELU_TANH_ROOT_LOWEST 0x1.a9ea48p-52f
#define GELU_TANH_ROOT_SLOPE_HIGH 0x1.b8bacep-2f
#define GELU_TANH_ROOT_SLOPE_LOW -0x1.a6d28ep-27f
#define GELU_TANH_ROOT_WINDOW 0x1.000000p-3f
/* degree 4, error 2^-25.8 on [-0.125, 0.125] */
WORD T poly_GELU_TANH_root(T t)
{
    return MAD(t, MAD(t, MAD(t, MAD(t, 0x1.3f5ef2p-6f, -0x1.0e9c8cp-6f), -0x1.d2b462p-4f), -0x1.0297c4p-6f),
    0x1.8cd1a2p-2f);
}
#define MISH_ROOT_HIGH -0x1.31432cp+0f
#define MISH_ROOT_LOW -0x1.a25b08p-29f
#define MISH_ROOT_LOWEST -0x1.bf3192p-55f
#define MISH_ROOT_SLOPE_HIGH 0x1.115accp-2f
#define MISH_ROOT_SLOPE_LOW -0x1.7b5fe8p-27f
#define MISH_ROOT_WINDOW 0x1.000000p-2f
/* degree 5, error 2^-26.9 on [-0.25, 0.25] */
WORD T poly_MISH_root(T t)
{
    return MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, 0x1.25a04ap-10f, -0x1.ac7750p-9f), -0x1.033a50p-6f), -0x1.4c2b06p-6f),
    0x1.574f16p-5f), 0x1.a34a26p-3f);
}
#define GCU_ROOT_HIGH 0x1.b87da4p-1f
#define GCU_ROOT_LOW 0x1.d1f444p-26f
#define GCU_ROOT_LOWEST 0x1.2e0fd6p-55f
#define GCU_ROOT_SLOPE_HIGH -0x1.09e23cp+1f
#define GCU_ROOT_SLOPE_LOW -0x1.8e5eb6p-25f
#define GCU_ROOT_WINDOW 0x1.000000p-1f
/* degree 8, error 2^-25.7 on [-0.5, 0.5] */
WORD T poly_GCU_root(T t)
{
    return MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, 0x1.13e270p-13f, -0x1.0d8cc4p-15f),
    0x1.c84fa0p-15f), 0x1.59d9dcp-10f), -0x1.634214p-8f), -0x1.5ccfb0p-5f), 0x1.bd3880p-4f), 0x1.32a1a6p-1f),
    -0x1.4deb24p-1f);
}
#define TANHEXP_ROOT_HIGH -0x1.14302cp+0f
#define TANHEXP_ROOT_LOW -0x1.e08798p-27f
#define TANHEXP_ROOT_LOWEST -0x1.b8c762p-54f
#define TANHEXP_ROOT_SLOPE_HIGH 0x1.68f6b6p-2f
#define TANHEXP_ROOT_SLOPE_LOW 0x1.8250acp-28f
#define TANHEXP_ROOT_WINDOW 0x1.000000p-2f
/* degree 6, error 2^-26.3 on [-0.25, 0.25] */
WORD T poly_TANHEXP_root(T t)
{
    return MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, 0x1.bae830p-9f, -0x1.5851a4p-8f), -0x1.a27116p-6f),
    -0x1.76062ep-5f), -0x1.76c69ap-6f), 0x1.b9cbdap-4f), 0x1.4d0848p-2f);
}
#define SERF_ROOT_HIGH -0x1.316c60p+0f
#define SERF_ROOT_LOW -0x1.996d3cp-25f
#define SERF_ROOT_LOWEST 0x1.48ecf6p-50f
#define SERF_ROOT_SLOPE_HIGH 0x1.34bdb2p-2f
#define SERF_ROOT_SLOPE_LOW 0x1.3b2f66p-27f
#define SERF_ROOT_WINDOW 0x1.000000p-1f
/* degree 8, error 2^-27.8 on [-0.5, 0.5] */
WORD T poly_SERF_root(T t)
{
    return MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, 0x1.4423b4p-16f, 0x1.4172dep-12f),
    0x1.0ebc42p-10f), 0x1.cb8e88p-11f), -0x1.2850bcp-8f), -0x1.3299cap-6f), -0x1.7e4fb2p-6f), 0x1.857e8ep-5f),
    0x1.da5780p-3f);
}
#define SMISH_ROOT_HIGH -0x1.64ff38p+0f
#define SMISH_ROOT_LOW 0x1.d25fc0p-26f
#define SMISH_ROOT_LOWEST -0x1.99324cp-53f
#define SMISH_ROOT_SLOPE_HIGH 0x1.738c88p-3f
#define SMISH_ROOT_SLOPE_LOW -0x1.f75334p-28f
#define SMISH_ROOT_WINDOW 0x1.000000p-2f
/* degree 5, error 2^-30.5 on [-0.25, 0.25] */
WORD T poly_SMISH_root(T t)
{
    return MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, 0x1.d232eap-11f, 0x1.bec03cp-10f), -0x1.eb6a3ep-9f), -0x1.1fba12p-6f),
    -0x1.af10b0p-10f), 0x1.ac9446p-4f);
}
#define LOGISH_ROOT_HIGH -0x1.5f5928p+0f
#define LOGISH_ROOT_LOW 0x1.f8dbe8p-26f
#define LOGISH_ROOT_LOWEST -0x1.53155ep-51f
#define LOGISH_ROOT_SLOPE_HIGH 0x1.77a21cp-3f
#define LOGISH_ROOT_SLOPE_LOW 0x1.1316b4p-28f
#define LOGISH_ROOT_WINDOW 0x1.400000p-1f
/* degree 9, error 2^-28.9 on [-0.625, 0.625] */
WORD T poly_LOGISH_root(T t)
{
    return MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, 0x1.357e9ep-18f, -0x1.255ffap-17f),
    -0x1.242d0ep-14f), -0x1.52c5fcp-23f), 0x1.53c1aep-11f), 0x1.1ea0aep-10f), -0x1.e25532p-9f), -0x1.eb4fe8p-7f),
    0x1.9d4c9ap-9f), 0x1.bd267ep-4f);
}
#define PHISH_ROOT_HIGH -0x1.3207c8p+0f
#define PHISH_ROOT_LOW 0x1.0ad784p-25f
#define PHISH_ROOT_LOWEST -0x1.7366dcp-51f
#define PHISH_ROOT_SLOPE_HIGH -0x1.766978p-2f
#define PHISH_ROOT_SLOPE_LOW -0x1.7e631cp-27f
#define PHISH_ROOT_WINDOW 0x1.800000p-2f
/* degree 9, error 2^-27.8 on [-0.375, 0.375] */
WORD T poly_PHISH_root(T t)
{
    return MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, -0x1.997d5ep-12f, -0x1.7b5858p-8f),
    -0x1.c13bc4p-9f), 0x1.ec4cfep-7f), 0x1.6bebb0p-7f), -0x1.6971a6p-5f), -0x1.96fa44p-6f), 0x1.8a414ep-3f),
    0x1.02efdap-2f), -0x1.6be626p-3f);
}
#define DISH_ROOT_HIGH -0x1.92826ep-1f
#define DISH_ROOT_LOW -0x1.e4b1a4p-26f
#define DISH_ROOT_LOWEST 0x1.39cb7cp-51f
#define DISH_ROOT_SLOPE_HIGH 0x1.a8f0cap-3f
#define DISH_ROOT_SLOPE_LOW 0x1.30ae44p-28f
#define DISH_ROOT_WINDOW 0x1.000000p-4f
/* degree 4, error 2^-26.9 on [-0.0625, 0.0625] */
WORD T poly_DISH_root(T t)
{
    return MAD(t, MAD(t, MAD(t, MAD(t, -0x1.8aa512p-3f, -0x1.d9925ep-4f), 0x1.9e8ceap-4f), 0x1.47a906p-2f),
    0x1.7af2c0p-2f);
}
#define ELISH_ROOT_HIGH -0x1.c34366p-1f
#define ELISH_ROOT_LOW -0x1.79d426p-29f
#define ELISH_ROOT_LOWEST -0x1.98363ep-54f
#define ELISH_ROOT_SLOPE_HIGH 0x1.f0ed9ap-3f
#define ELISH_ROOT_SLOPE_LOW -0x1.049934p-29f
#define ELISH_ROOT_WINDOW 0x1.000000p-2f
/* degree 5, error 2^-26.2 on [-0.25, 0.25] */
WORD T poly_ELISH_root(T t)
{
    return MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, 0x1.24fb90p-11f, -0x1.569c4ep-11f), -0x1.2bfdd4p-9f), 0x1.2d6ab6p-6f),
    0x1.c8bc88p-4f), 0x1.078934p-2f);
}
#define HARD_ELISH_ROOT_HIGH -0x1.12dfe6p+0f
#define HARD_ELISH_ROOT_LOW -0x1.3e4bc4p-26f
#define HARD_ELISH_ROOT_LOWEST 0x1.25df6cp-55f
#define HARD_ELISH_ROOT_SLOPE_HIGH 0x1.c9fa52p-3f
#define HARD_ELISH_ROOT_SLOPE_LOW -0x1.885d54p-28f
#define HARD_ELISH_ROOT_WINDOW 0x1.000000p-2f
/* degree 4, error 2^-26.6 on [-0.25, 0.25] */
WORD T poly_HARD_ELISH_root(T t)
{
    return MAD(t, MAD(t, MAD(t, MAD(t, 0x1.71185cp-11f, 0x1.ee3deep-9f), 0x1.0d4ec8p-6f), 0x1.ccd7e8p-5f),
    0x1.1f4fa6p-3f);
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
/* beyond these exp is 0, resp. infinite, whatever multiplies it below FACTOR_LIMIT; the exponents fit SCALE */
#define EXP_LOWEST -0x1.5e0000p+10
#define EXP_HIGHEST 0x1.5e0000p+10
#define FACTOR_LIMIT 0x1.000000p+900
/* a factor that would be subnormal, e^z below this z, is carried 2^LIFT times as large */
#define LIFT 0x1.c20000p+9
#define LIFT_BELOW -0x1.598000p+9
#define LIFTED_UNIT 0x1.000000p-900
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
/* (exp(r) - 1)/r where a power of 2 is all that is split off, the lowest degree first */
/* degree 10, error 2^-55.6 on [-0.34692, 0.34692] */
enum { EXPM1_QUOTIENT_DEGREE = 10 };
static const R EXPM1_QUOTIENT[11] PACK_ALIGNED = {
    0x1.000000p+0, 0x1.0000000000005p-1, 0x1.5555555555559p-3, 0x1.55555555520cfp-5,
    0x1.111111110f642p-7, 0x1.6c16c17f45f2bp-10, 0x1.a01a01b00fcc5p-13, 0x1.a019a64fd2b6cp-16,
    0x1.71ddf7e787cabp-19, 0x1.28a2e92066c6bp-22, 0x1.af5f7e056c165p-26,
};
/* EXP_FRACTION: (exp(r) - 1)/r times the unit, (exp(r) - 1 - r)/r^2, and (exp(2 r) - 1)/r, whose |r| <= ln 2/4 */
#define FRACTION_LIFT 0x1.e00000p+6
#define FRACTION_UNIT 0x1.000000p+120
#define FRACTION_FALL 0x1.000000p-120
#define FRACTION_HIGHEST 0x1.7e8000p+9
/* degree 10, error 2^-55.6 on [-0.34692, 0.34692] */
WORD T poly_exp_lifted(T r)
{
    return MAD(r, MAD(r, MAD(r, MAD(r, MAD(r, MAD(r, MAD(r, MAD(r, MAD(r, MAD(r, 0x1.af5f7e056c165p+94,
    0x1.28a2e92066c6bp+98), 0x1.71ddf7e787cabp+101), 0x1.a019a64fd2b6cp+104), 0x1.a01a01b00fcc5p+107),
    0x1.6c16c17f45f2bp+110), 0x1.111111110f642p+113), 0x1.55555555520cfp+115), 0x1.5555555555559p+117),
    0x1.0000000000005p+119), 0x1.000000p+120);
}
/* for exp to 2^-57.9, |r+0.0000| <= 0.34727 */
WORD T poly_exp_rest(T r)
{
    return MAD(r, MAD(r, MAD(r, MAD(r, MAD(r, MAD(r, MAD(r, MAD(r, MAD(r, 0x1.ad9b5fd62b2b6p-26,
    0x1.28ae87cf96c4fp-22), 0x1.71df14c83b1e3p-19), 0x1.a01998dace4e8p-16), 0x1.a01a01313b537p-13),
    0x1.6c16c1849eac6p-10), 0x1.1111111126929p-7), 0x1.5555555550646p-5), 0x1.55555555554fep-3),
    0x1.000000000000ap-1);
}
/* degree 10, error 2^-54.6 on [-0.17346, 0.17346] */
WORD T poly_expm1_twice(T r)
{
    return MAD(r, MAD(r, MAD(r, MAD(r, MAD(r, MAD(r, MAD(r, MAD(r, MAD(r, MAD(r, 0x1.af5f7e056c165p-15,
    0x1.28a2e92066c6bp-12), 0x1.71ddf7e787cabp-10), 0x1.a019a64fd2b6cp-8), 0x1.a01a01b00fcc5p-6),
    0x1.6c16c17f45f2bp-4), 0x1.111111110f642p-2), 0x1.55555555520cfp-1), 0x1.5555555555559p+0),
    0x1.0000000000005p+1), 0x1.000000p+1);
}
#define TANH_HIGHEST 0x1.380000p+4
/* log(1 + e) is s + s^3 P(s^2), s = e/(1 + e/2) <= 2/3 */
/* degree 10, error 2^-57.8 on [0.0, 0.4445] */
WORD T poly_log1p_fraction(T w)
{
    return MAD(w, MAD(w, MAD(w, MAD(w, MAD(w, MAD(w, MAD(w, MAD(w, MAD(w, MAD(w, 0x1.3268707a6edb9p-26,
    0x1.42e329dd98284p-25), 0x1.b83612488e023p-23), 0x1.e13290e7e891ep-21), 0x1.11149132ca244p-18),
    0x1.3b13a720fb0a3p-16), 0x1.745d16a8c6254p-14), 0x1.c71c71ce23f00p-12), 0x1.2492492483d9ap-9),
    0x1.9999999999b14p-7), 0x1.5555555555555p-4);
}
#define SILU_CENTRE_EXP 0x1.1d25cf210482ep-2
#define SILU_CENTRE_TURNS 0x1.000000p+1
#define SILU_CENTRE_HIGH 0x1.474973c840000p+0
#define SILU_CENTRE_LOW 0x1.20b77c8758000p-40
#define SILU_CENTRE_LOWEST -0x1.3d5280185c7ebp-79
/* degree 9, error 2^-53.0 on [-0.4551, 0.23944] */
WORD T poly_exp_silu(T r)
{
    return MAD(r, MAD(r, MAD(r, MAD(r, MAD(r, MAD(r, MAD(r, MAD(r, MAD(r, 0x1.8a32718c54e82p-26,
    0x1.2774dc534ffeap-22), 0x1.71e5bbbc46781p-19), 0x1.a01a51bcd6cd3p-16), 0x1.a01a00c04cd42p-13),
    0x1.6c16c15ddf34ap-10), 0x1.111111111748dp-7), 0x1.5555555556f1ap-5), 0x1.5555555555556p-3),
    0x1.ffffffffffffep-2);
}
/* (2 atanh(z) - 2 z)/z^3 of w = z^2, |z| <= 1/5 */
/* degree 7, error 2^-54.9 on [0.0, 0.0401] */
WORD T poly_log1p(T w)
{
    return MAD(w, MAD(w, MAD(w, MAD(w, MAD(w, MAD(w, MAD(w, 0x1.16e57a44d3004p-3, 0x1.0e81ea0ef090ap-3),
    0x1.3b2a676e6bbe4p-3), 0x1.745ca7ecaea35p-3), 0x1.c71c72f052d9ap-3), 0x1.24924923cd84ep-2),
    0x1.999999999a002p-2), 0x1.5555555555555p-1);
}
/* the same, |z| <= 1/3 */
/* degree 9, error 2^-53.3 on [0.0, 0.11112] */
WORD T poly_log1p_of_part(T w)
{
    return MAD(w, MAD(w, MAD(w, MAD(w, MAD(w, MAD(w, MAD(w, MAD(w, MAD(w, 0x1.4ac9a2c05ef5ap-3,
    0x1.68c27a4195d47p-4), 0x1.eb7f63175e669p-4), 0x1.10ad8ee937004p-3), 0x1.3b189ce8ea464p-3),
    0x1.745cf1b47cbdfp-3), 0x1.c71c726a177dcp-3), 0x1.24924923e21c0p-2), 0x1.999999999a257p-2),
    0x1.5555555555555p-1);
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
/* the first for |r| <= pi/2 */
/* degree 7, error 2^-56.7 on [0.0, 2.4723] */
WORD T poly_sin_half_turn(T w)
{
    return MAD(w, MAD(w, MAD(w, MAD(w, MAD(w, MAD(w, MAD(w, 0x1.871de04662c45p-49, -0x1.ae39d5ec5259bp-41),
    0x1.6123aac1ce003p-33), -0x1.ae64545b402e6p-26), 0x1.71de3a51c2f6dp-19), -0x1.a01a01a013541p-13),
    0x1.11111111110b9p-7), -0x1.5555555555555p-3);
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

/* the Mills ratio: R(a) = u (MILLS_FIRST + t (MILLS_SECOND + t P(t))), t = 1 - u, u = 2k/(a + k), a <= MILLS_HIGHEST */
#define MILLS_CENTRE 0x1.000000p+2
#define MILLS_HIGHEST 0x1.3c0000p+5
#define GELU_RATIO 0x1.40d931ff62706p+1
#define GELU_UNIT 0x1.a00000p+0
/* to 2^-57.6 for a <= 39.5 */
WORD T poly_gelu_p(T a)
{
    return MAD(a, MAD(a, MAD(a, MAD(a, MAD(a, MAD(a, MAD(a, MAD(a, MAD(a, 0x1.f6f6fe35bf0dep-20,
    0x1.d72f85e3d3abbp-15), 0x1.b3f21c31f7147p-11), 0x1.0287dbc9ea46bp-7), 0x1.afca5e52d9603p-5),
    0x1.081474c428ac0p-2), 0x1.de50885d44271p-1), 0x1.3cf4d5d212b4bp+1), 0x1.2756437f1e3cep+2),
    0x1.606ce722a0507p+2);
}
/* to 2^-57.6 for a <= 39.5 */
WORD T poly_gelu_q(T a)
{
    return MAD(a, MAD(a, MAD(a, MAD(a, MAD(a, MAD(a, MAD(a, MAD(a, 0x1.3b2fbbad6ec6fp-19, 0x1.274595582c6d0p-14),
    0x1.0ff5108567185p-10), 0x1.3f681463ff6f0p-7), 0x1.0624c2a089228p-4), 0x1.3771e13cc52b5p-2),
    0x1.0c89eebc112eep+0), 0x1.467f73903cad5p+1), 0x1.01b2305403b65p+2);
}
#define GELU_SLOPE_LOG -0x1.ce6bb25aa1316p-3
#define GELU_ROOT 0x1.80ead197f00b4p-1
/* the second word of the root times what the distance from it is multiplied by there */
#define GELU_ROOT_REST -0x1.dc33ec6564406p-56
/* to 2^-55.8 for a <= 39.5 */
WORD T poly_gelu_f(T a)
{
    return MAD(a, MAD(a, MAD(a, MAD(a, MAD(a, MAD(a, MAD(a, MAD(a, MAD(a, MAD(a, 0x1.21035087b3a38p-19,
    0x1.077b7927fe797p-14), 0x1.d0ce124fe5549p-11), 0x1.021ce20abb6e1p-7), 0x1.8c83430d7af42p-5),
    0x1.b58b11d24a200p-3), 0x1.5d990328e13cbp-1), 0x1.8dedfe5a63673p+0), 0x1.33d03f1704327p+1),
    0x1.23798fcc0dac1p+1), 0x1.000000p+0);
}
/* to 2^-55.8 for a <= 39.5 */
WORD T poly_gelu_m(T a)
{
    return MAD(a, MAD(a, MAD(a, MAD(a, MAD(a, MAD(a, MAD(a, MAD(a, MAD(a, 0x1.b28e12726249ap-20,
    0x1.84503e1dc9749p-15), 0x1.4ebf2f6e5baa9p-11), 0x1.6997902c9d439p-8), 0x1.0c0fc2100df8ep-5),
    0x1.19ff445ae2b85p-3), 0x1.a4c087b0a0c48p-2), 0x1.ae51a2ac05d38p-1), 0x1.13879b5423818p+0),
    0x1.558e9090f132dp-1);
}
#define MILLS_FIRST_HIGH 0x1.82b4bb8c94dccp-4
#define MILLS_FIRST_LOW 0x1.ccde2bb1ea6b1p-56
#define MILLS_SECOND_HIGH -0x1.373e3a893c28cp-4
#define MILLS_SECOND_LOW 0x1.c6aa3a653657fp-56
/* degree 22, error 2^-60.5 on [-1.0, 0.81609] */
WORD T poly_mills(T t)
{
    return MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t,
    MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, 0x1.305f667625c48p-40, -0x1.9846b884bf1d1p-34),
    -0x1.66f96936652f4p-32), 0x1.0b9c6f87bb0e8p-32), 0x1.55833750bb925p-29), 0x1.c8bcf256d03ffp-30),
    -0x1.70694749c32b3p-27), -0x1.4cefd0cefd202p-26), 0x1.242dfdb11c0d3p-25), 0x1.123e06c9e42d6p-23),
    -0x1.522746aa9157fp-24), -0x1.8d4c8e52bcea3p-21), 0x1.80c989c289c3dp-24), 0x1.26d0ab49263d7p-18),
    -0x1.001faed063febp-22), -0x1.e4a426691e1d5p-16), 0x1.17a4aefa3b55ep-16), 0x1.ab825fc4de196p-13),
    -0x1.c81719d659389p-12), -0x1.ee2761048f3d9p-11), 0x1.eec4cc3e4de43p-8), -0x1.7dff2bff68360p-6),
    0x1.8c6dbf2cfc2aep-5);
}
#define INVERSE_ROOT_2PI_HIGH 0x1.9884533d43651p-2
#define INVERSE_ROOT_2PI_LOW -0x1.cbc0d30ebfd15p-56
/* softplus: (log(1 + exp(z)) - z/2 - log 2)/z^2 of w = z^2 to the limit, then (log(1 + e) - e)/e^2 of e = exp(-|z|) */
#define SOFTPLUS_LIMIT 0x1.540000p+0
/* degree 10, error 2^-60.5 on [0.0, 1.3281] */
WORD T poly_softplus(T w)
{
    return MAD(w, MAD(w, MAD(w, MAD(w, MAD(w, MAD(w, MAD(w, MAD(w, MAD(w, MAD(w, 0x1.368fb961d42a7p-41,
    -0x1.60de972ddb6b2p-37), 0x1.0df70d8d9679ep-33), -0x1.7cfa439be351bp-30), 0x1.0d041463d0452p-26),
    -0x1.833d36210ec9bp-23), 0x1.1ea5d1d9ffaf4p-19), -0x1.ba1ba1b131cfcp-16), 0x1.6c16c16c0b811p-12),
    -0x1.5555555555506p-8), 0x1.000000p-3);
}
/* degree 12, error 2^-53.1 on [0.0, 0.31618] */
WORD T poly_softplus_tail(T e)
{
    return MAD(e, MAD(e, MAD(e, MAD(e, MAD(e, MAD(e, MAD(e, MAD(e, MAD(e, MAD(e, MAD(e, MAD(e,
    -0x1.a124a0404e915p-7, 0x1.472924836241dp-5), -0x1.1329fbe49fb7fp-4), 0x1.603885bc0eaa1p-4),
    -0x1.954b36a19b3d8p-4), 0x1.c676ff0f53646p-4), -0x1.ffeec506ad79cp-4), 0x1.2491add4f2737p-3),
    -0x1.55554e4483533p-3), 0x1.9999996860658p-3), -0x1.ffffffff4cf21p-3), 0x1.5555555554d46p-2),
    -0x1.ffffffffffffep-2);
}
/* (erf(z) - 2/sqrt(pi) z)/z^3 and (x - tanh(x) - x^3/3)/x^5 of w = z^2, |z| <= 1 */
#define THIRD_HIGH 0x1.5555555555555p-2
#define THIRD_LOW 0x1.5555555555555p-56
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
/* degree 20, error 2^-59.8 on [0.0, 1.001] */
WORD T poly_tanh_shrink(T w)
{
    return MAD(w, MAD(w, MAD(w, MAD(w, MAD(w, MAD(w, MAD(w, MAD(w, MAD(w, MAD(w, MAD(w, MAD(w, MAD(w, MAD(w, MAD(w,
    MAD(w, MAD(w, MAD(w, MAD(w, MAD(w, 0x1.a1f0e7795d8d8p-25, -0x1.0bf17019872f6p-21), 0x1.3e5dbd839e197p-19),
    -0x1.d1165ebc5260dp-18), 0x1.d32a5caacf7dbp-17), -0x1.55a0cf28ee5bbp-16), 0x1.768f54f76ed61p-16),
    -0x1.341fbbb562939p-16), 0x1.59f472a119c8cp-17), -0x1.336784076c8ebp-22), -0x1.b9cdfee518848p-17),
    0x1.42234d9dfbf9dp-15), -0x1.9596a6fbcbbd7p-14), 0x1.f567d3a6969dep-13), -0x1.355763f93299ap-11),
    0x1.7da35ab00db62p-10), -0x1.d6d3d08c7924fp-9), 0x1.226e355d7c4a6p-7), -0x1.664f4882be045p-6),
    0x1.ba1ba1ba1b9d1p-5), -0x1.1111111111111p-3);
}
#define ROOT_2 0x1.6a09e667f3bcdp+0
#define THIN_PLATE_ROOT_HIGH 0x1.368b2fc6f960ap-1
#define THIN_PLATE_ROOT_LOW -0x1.85314b9559e64p-61
/* gelu_tanh: its sigmoid's argument is x (A + B x^2) */
#define GELU_TANH_LIMIT 0x1.5a0000p+4
#define GELU_TANH_A_HIGH 0x1.9884533d43680p+0
#define GELU_TANH_A_LOW -0x1.7b9781a61d7fap-47
#define GELU_TANH_B_HIGH 0x1.2444f2a4d8b4bp-4
#define GELU_TANH_B_LOW -0x1.6c843a29d1c70p-61
#define GELU_TANH_3B_HIGH 0x1.b6676bf7450f0p-3
#define GELU_TANH_3B_LOW 0x1.bba7351828aabp-57
#define SELU_LAMBDA_HIGH 0x1.0cfabd6a91132p+0
#define SELU_LAMBDA_LOW 0x1.6fc7d272f2695p-55
#define SELU_LAMBDA_ALPHA_HIGH 0x1.c212cc640f031p+0
#define SELU_LAMBDA_ALPHA_LOW 0x1.05161b045a1fep-56
#define SIXTH_HIGH 0x1.5555555555555p-3
#define SIXTH_LOW 0x1.5555555555555p-57
/* gelu_quick's slope; above the limit x^2 is formed of x scaled down, below 1/limit of x lifted */
#define GELU_QUICK_HIGH 0x1.b3b645a1cac08p+0
#define GELU_QUICK_LOW 0x1.89374bc6a7efap-55
/* 1 + x is x from here on */
#define IDENTITY_LIMIT 0x1.000000p+53
#define SQUARE_LIMIT 0x1.000000p+400
#define SQUARE_SCALE 0x1.000000p-520
#define SQUARE_LIFT 0x1.000000p+700
/* so many times as large, cubes and squares of what is at most 1 keep their second words */
#define SMALL_LIFT 0x1.000000p+300
#define SQUARE_LIFT_ROOT 0x1.000000p+350
/* the derivative of sin(x)/x over x, of w = x^2 */
#define SINC_WINDOW 0x1.000000p-1
/* degree 7, error 2^-55.7 on [0.0, 0.25] */
WORD T poly_sinc(T w)
{
    return MAD(w, MAD(w, MAD(w, MAD(w, MAD(w, MAD(w, MAD(w, -0x1.6bbf61d941385p-32, 0x1.494bc76d3f9a5p-32),
    0x1.f1bcb558b6c6ap-30), -0x1.0cf89ab9a6b59p-22), 0x1.71de37d5d6f14p-16), -0x1.381381378d2e0p-10),
    0x1.1111111110f83p-5), -0x1.5555555555555p-2);
}
/* the root of a derivative, the slope there, and (f'(root + t)/t - slope)/t inside the window */
#define SILU_ROOT_HIGH -0x1.474973c84120bp+0
#define SILU_ROOT_LOW -0x1.f8d74bc9ac154p-54
#define SILU_ROOT_LOWEST -0x1.44a50180ba780p-108
#define SILU_ROOT_SLOPE_HIGH 0x1.be1410460527fp-3
#define SILU_ROOT_SLOPE_LOW -0x1.2541062177473p-58
#define SILU_ROOT_WINDOW 0x1.000000p-3
/* degree 10, error 2^-56.3 on [-0.125, 0.125] */
WORD T poly_SILU_root(T t)
{
    return MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, 0x1.3c79df1bb5e07p-20,
    -0x1.85fc39ca6ba39p-19), -0x1.f2015e35f6290p-16), -0x1.5724cd965ccb3p-15), 0x1.857465a0ef18bp-13),
    0x1.a2a7cb144326fp-11), 0x1.098e93753115cp-13), -0x1.b0f82c4993098p-8), -0x1.f2d0e32bc4b31p-7),
    0x1.353eb573ca45ap-6), 0x1.2c563458cc0adp-3);
}
#define GELU_TANH_ROOT_HIGH -0x1.81429f9e97e4dp-1
#define GELU_TANH_ROOT_LOW 0x1.4f523ed77dbdcp-55
#define GELU_TANH_ROOT_LOWEST -0x1.a649fca8ac0e5p-109
#define GELU_TANH_ROOT_SLOPE_HIGH 0x1.b8bacd2c96b91p-2
#define GELU_TANH_ROOT_SLOPE_LOW 0x1.7625a206be83dp-56
#define GELU_TANH_ROOT_WINDOW 0x1.000000p-3
/* degree 11, error 2^-55.1 on [-0.125, 0.125] */
WORD T poly_GELU_TANH_root(T t)
{
    return MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, -0x1.08c85b6230950p-16,
    -0x1.386f01ea62af7p-15), 0x1.049103b06ce19p-13), 0x1.14dbd212b8868p-12), -0x1.e63f273ec85a2p-11),
    -0x1.3d8d728baf4dap-9), 0x1.58c9ed70c8071p-8), 0x1.427996df56e97p-6), -0x1.104a83edc0c8cp-6),
    -0x1.d2b77346479dcp-4), -0x1.029615edb077ap-6), 0x1.8cd1a2b2fff33p-2);
}
#define MISH_ROOT_HIGH -0x1.31432c0d12d84p+0
#define MISH_ROOT_LOW -0x1.bf319154da210p-55
#define MISH_ROOT_LOWEST -0x1.3b82ea8c1efc4p-109
#define MISH_ROOT_SLOPE_HIGH 0x1.115acb42500bbp-2
#define MISH_ROOT_SLOPE_LOW 0x1.1ad72de557d4cp-56
#define MISH_ROOT_WINDOW 0x1.000000p-2
/* degree 14, error 2^-57.9 on [-0.25, 0.25] */
WORD T poly_MISH_root(T t)
{
    return MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t,
    0x1.3045393047802p-20, 0x1.15a8365831b1ap-20), 0x1.635524b7e841ap-19), 0x1.fc46c33953eeep-21),
    -0x1.21d2493df786fp-16), -0x1.d45429e9d2568p-15), -0x1.60022608193dfp-15), 0x1.0a7955621063bp-12),
    0x1.03799206da25ep-10), 0x1.1e5e18498def9p-10), -0x1.b87ddfb5f993dp-9), -0x1.03369d4ac8ff0p-6),
    -0x1.4c222fe64d269p-6), 0x1.574f121a868dbp-5), 0x1.a34a251d8ad7bp-3);
}
#define GCU_ROOT_HIGH 0x1.b87da4e8fa220p-1
#define GCU_ROOT_LOW 0x1.2e0fd50f1c4f9p-55
#define GCU_ROOT_LOWEST 0x1.2838d89cbe0f2p-109
#define GCU_ROOT_SLOPE_HIGH -0x1.09e23c6397ad8p+1
#define GCU_ROOT_SLOPE_LOW -0x1.cfcdc9d847886p-54
#define GCU_ROOT_WINDOW 0x1.000000p-1
/* degree 20, error 2^-54.2 on [-0.5, 0.5] */
WORD T poly_GCU_root(T t)
{
    return MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t,
    MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, 0x1.595cf12cb8ddcp-19, 0x1.4ef30d3649034p-26), -0x1.c54869f311604p-19),
    -0x1.a07877ba9539dp-26), 0x1.fdef52fc1c692p-20), 0x1.b79723df2e7b0p-27), -0x1.41103613acb3cp-21),
    -0x1.ff800a8383261p-29), 0x1.ef4c22ff20007p-24), -0x1.38f735c6a8cb8p-30), 0x1.3835eef8fb548p-29),
    0x1.03b6d3883dd0dp-22), -0x1.e227f6c815829p-20), -0x1.786b50682745dp-16), 0x1.0f5ffcf827f24p-13),
    0x1.589d3a748f9bbp-10), -0x1.642e04eaabe8bp-8), -0x1.5cce3d2cfb539p-5), 0x1.bd3986270cba9p-4),
    0x1.32a1a507fa5fcp-1), -0x1.4deb249d49bc9p-1);
}
#define TANHEXP_ROOT_HIGH -0x1.14302c3c10f30p+0
#define TANHEXP_ROOT_LOW -0x1.b8c761c7b1289p-54
#define TANHEXP_ROOT_LOWEST -0x1.4130ba31f9f48p-108
#define TANHEXP_ROOT_SLOPE_HIGH 0x1.68f6b660942b4p-2
#define TANHEXP_ROOT_SLOPE_LOW -0x1.accdac615c81fp-57
#define TANHEXP_ROOT_WINDOW 0x1.000000p-2
/* degree 15, error 2^-57.6 on [-0.25, 0.25] */
WORD T poly_TANHEXP_root(T t)
{
    return MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t,
    0x1.8513e8fd5b1bep-17, 0x1.ff0943a577d87p-17), -0x1.ec5eebc6a0100p-17), -0x1.94a3164841a55p-14),
    -0x1.bc715bb03dd84p-13), -0x1.a749f30aa1642p-13), 0x1.3cfbc3004c45cp-12), 0x1.b4406341453b4p-10),
    0x1.bdae46996dac3p-9), 0x1.6b473a0037eaap-9), -0x1.70f433c77199bp-8), -0x1.a1972d508fd9fp-6),
    -0x1.75ed50eb6a78bp-5), -0x1.76ccc7f75cf0bp-6), 0x1.b9cbc0b27eec1p-4), 0x1.4d0848bbb42d2p-2);
}
#define SERF_ROOT_HIGH -0x1.316c60ccb69dbp+0
#define SERF_ROOT_LOW 0x1.1d9ecd0f85993p-55
#define SERF_ROOT_LOWEST -0x1.a67c7a7d0f8ccp-109
#define SERF_ROOT_SLOPE_HIGH 0x1.34bdb29d97b36p-2
#define SERF_ROOT_SLOPE_LOW -0x1.84f991267b077p-58
#define SERF_ROOT_WINDOW 0x1.000000p-1
/* degree 20, error 2^-58.2 on [-0.5, 0.5] */
WORD T poly_SERF_root(T t)
{
    return MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t,
    MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, -0x1.5b93dd5633cb3p-23, -0x1.6890d2eb658fdp-32), 0x1.ca74576fd772bp-23),
    -0x1.74663ccc7ad8cp-28), -0x1.425bc47504d66p-23), -0x1.523c4b940508ap-25), 0x1.81c05819deb73p-23),
    0x1.b42ada6f3318cp-21), 0x1.8d12c32e8c62cp-20), -0x1.fb5d3486596b7p-20), -0x1.33e97b629fa5ap-16),
    -0x1.762b878ac7062p-15), -0x1.428fe61c5c4fap-20), 0x1.5c3c3063b81e2p-12), 0x1.12c414856025dp-10),
    0x1.c90510bd2a98ap-11), -0x1.28850b62a7a77p-8), -0x1.32985cfc85e41p-6), -0x1.7e4ec0f21ad3dp-6),
    0x1.857e8a8303fb9p-5), 0x1.da577f6c75892p-3);
}
#define SMISH_ROOT_HIGH -0x1.64ff378b68101p+0
#define SMISH_ROOT_LOW 0x1.9b36cef2903e8p-55
#define SMISH_ROOT_LOWEST -0x1.4e7bb6a4a855ep-110
#define SMISH_ROOT_SLOPE_HIGH 0x1.738c870456665p-3
#define SMISH_ROOT_SLOPE_LOW 0x1.eac36ac01e9c5p-57
#define SMISH_ROOT_WINDOW 0x1.000000p-2
/* degree 13, error 2^-62.2 on [-0.25, 0.25] */
WORD T poly_SMISH_root(T t)
{
    return MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t,
    -0x1.2b0a57925b5b1p-23, -0x1.8d48aa5d0f84ep-21), -0x1.75feacced3f1dp-23), 0x1.795c62bc6f1b7p-18),
    0x1.7750d35d54dd9p-17), -0x1.9692a1e5b896fp-16), -0x1.0b8a710d5a024p-13), -0x1.0af569b26b17cp-15),
    0x1.d9725a1fb2a35p-11), 0x1.bfa985b6bc3edp-10), -0x1.eb78a4d558b18p-9), -0x1.1fba7dd06c2c9p-6),
    -0x1.af107708c380cp-10), 0x1.ac94462c6bd8cp-4);
}
#define LOGISH_ROOT_HIGH -0x1.5f592781c9063p+0
#define LOGISH_ROOT_LOW 0x1.67550801af0a8p-54
#define LOGISH_ROOT_LOWEST -0x1.de32b61e5d518p-109
#define LOGISH_ROOT_SLOPE_HIGH 0x1.77a21c898b59fp-3
#define LOGISH_ROOT_SLOPE_LOW 0x1.14e7cd2a06880p-57
#define LOGISH_ROOT_WINDOW 0x1.400000p-1
/* degree 24, error 2^-57.2 on [-0.625, 0.625] */
WORD T poly_LOGISH_root(T t)
{
    return MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t,
    MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, 0x1.531f4c5729905p-22, 0x1.2cc9237494dc0p-32),
    -0x1.9df8a87ac1fa3p-21), -0x1.60f202d0ed299p-31), 0x1.bcb42cabcb8c2p-21), 0x1.824ba1e0a3963p-31),
    -0x1.145f246732bedp-21), -0x1.0c570e7ee6b78p-30), 0x1.b5f385e9a6906p-23), 0x1.76588f5dd19f1p-28),
    -0x1.41f5945fa9bcap-25), -0x1.e657638a54156p-26), -0x1.d3eb2742dad54p-23), -0x1.a98c60f963a93p-24),
    0x1.234978a814402p-19), 0x1.4292aab72f7d3p-18), -0x1.b8b9da27db071p-17), -0x1.24ab3bdee44bdp-14),
    0x1.5faea86aa10efp-19), 0x1.53c5cd124ea02p-11), 0x1.1e70fec67a42fp-10), -0x1.e2554fa3fa678p-9),
    -0x1.eb4f4e7348b72p-7), 0x1.9d4c9b15c36a5p-9), 0x1.bd267d771edb8p-4);
}
#define PHISH_ROOT_HIGH -0x1.3207c77a943e3p+0
#define PHISH_ROOT_LOW 0x1.932495489a85ap-56
#define PHISH_ROOT_LOWEST -0x1.dc57dbcccd353p-111
#define PHISH_ROOT_SLOPE_HIGH -0x1.766978bf318e4p-2
#define PHISH_ROOT_SLOPE_LOW 0x1.4a3ffcfae29d1p-58
#define PHISH_ROOT_WINDOW 0x1.800000p-2
/* degree 21, error 2^-58.5 on [-0.375, 0.375] */
WORD T poly_PHISH_root(T t)
{
    return MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t,
    MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, -0x1.bf13a307adc54p-14, 0x1.33144f75d827fp-15),
    0x1.75ca5e9fd1662p-14), -0x1.830bdbfb66f3cp-16), -0x1.d2b2a0f1306eap-15), -0x1.63cbf3af518d2p-16),
    0x1.5f6daa5a4ae82p-14), 0x1.1d219800c58ddp-13), -0x1.61daa04c925e9p-13), -0x1.df9b388dd9316p-12),
    0x1.c76cc129ddf23p-12), 0x1.cf8db290bf820p-10), -0x1.4811c3803d076p-11), -0x1.b4abf3796a971p-8),
    -0x1.bacda77f55feap-9), 0x1.f19c9136d475ap-7), 0x1.6bc510e406728p-7), -0x1.698d42afa1cfcp-5),
    -0x1.96f97a78e0718p-6), 0x1.8a4188fc0de86p-3), 0x1.02efd9d50c8c4p-2), -0x1.6be6268fcd622p-3);
}
#define DISH_ROOT_HIGH -0x1.92826ef258d1bp-1
#define DISH_ROOT_LOW -0x1.8d20e15f6d9eap-57
#define DISH_ROOT_LOWEST 0x1.c393a0716ec99p-111
#define DISH_ROOT_SLOPE_HIGH 0x1.a8f0ca985721dp-3
#define DISH_ROOT_SLOPE_LOW -0x1.b6c3fe6c91a00p-58
#define DISH_ROOT_WINDOW 0x1.000000p-4
/* degree 10, error 2^-55.0 on [-0.0625, 0.0625] */
WORD T poly_DISH_root(T t)
{
    return MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, -0x1.9fbc26a60265ep-6,
    0x1.d7ec8fab618b3p-6), 0x1.61fbdca6c9844p-4), 0x1.676d56d42b096p-4), 0x1.3b8ea691cb804p-8),
    -0x1.f4d71b41edf46p-4), -0x1.8a69eef226c74p-3), -0x1.d71e0cf8c6674p-4), 0x1.9e8c3a18f8757p-4),
    0x1.47a8de2b528ccp-2), 0x1.7af2c00ba4294p-2);
}
#define ELISH_ROOT_HIGH -0x1.c34366179d427p-1
#define ELISH_ROOT_LOW 0x1.9f270661722dbp-56
#define ELISH_ROOT_LOWEST -0x1.8a53cd3ba8080p-112
#define ELISH_ROOT_SLOPE_HIGH 0x1.f0ed99bed9b2ep-3
#define ELISH_ROOT_SLOPE_LOW -0x1.cbce1d8b96808p-57
#define ELISH_ROOT_WINDOW 0x1.000000p-2
/* degree 14, error 2^-56.2 on [-0.25, 0.25] */
WORD T poly_ELISH_root(T t)
{
    return MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t,
    0x1.e994f58eef0e7p-19, -0x1.f4fecf6aeb3f1p-24), -0x1.0627e310b1f45p-20), 0x1.e74153c9e1497p-21),
    0x1.66c364e909117p-19), -0x1.101deb86458eep-18), -0x1.f413999d7a4dap-16), -0x1.6830f666f5ef6p-17),
    0x1.0845c48cdbf0cp-12), 0x1.26be7f8181f59p-11), -0x1.67a99e91b3bddp-11), -0x1.2c056c0d0fe2fp-9),
    0x1.2d6ffd16fe8d3p-6), 0x1.c8bc89111e3a7p-4), 0x1.0789332093269p-2);
}
#define HARD_ELISH_ROOT_HIGH -0x1.12dfe64f92f10p+0
#define HARD_ELISH_ROOT_LOW 0x1.25df6b19a7db4p-55
#define HARD_ELISH_ROOT_LOWEST -0x1.928ae5311d4f9p-114
#define HARD_ELISH_ROOT_SLOPE_HIGH 0x1.c9fa513bd1561p-3
#define HARD_ELISH_ROOT_SLOPE_LOW -0x1.a9250810c228bp-57
#define HARD_ELISH_ROOT_WINDOW 0x1.000000p-2
/* degree 13, error 2^-58.6 on [-0.25, 0.25] */
WORD T poly_HARD_ELISH_root(T t)
{
    return MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t, MAD(t,
    0x1.012c850948aedp-28, 0x1.9c5a6db842c82p-27), -0x1.6cf2da4fccfcdp-31), -0x1.6b4982ef0156cp-31),
    0x1.568da19083046p-26), 0x1.b41868a34ff2ap-23), 0x1.f679c6e367b1cp-20), 0x1.02f195ecd8c66p-16),
    0x1.d67d3eda45a72p-14), 0x1.723459ddac9b7p-11), 0x1.ed18ab1cab0e3p-9), 0x1.0d4dc1a5170b1p-6),
    0x1.ccd830b0863a5p-5), 0x1.1f4fa69126ab6p-3);
}

#endif
