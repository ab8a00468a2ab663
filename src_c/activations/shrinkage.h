/* Shrinkage. */

ACTIVATION(hard_shrink, PARAM(lambd, 0.5, 0, 100) WHERE(lambd, >=, 0), "where(abs(x) > lambd, x, 0)",
    "where(abs(x) > lambd, 1, 0)",
    "Hard thresholding: denoising of wavelet coefficients, sparse coding.",
    RANGE(-inf, inf) KINKS(-lambd, lambd) INCREASING ODD FLAT SEE(soft_shrink, shrink, thresholded_relu),
    "D. Donoho, I. Johnstone, Ideal spatial adaptation by wavelet shrinkage, 1994",
    T v = once(x);
    flat = LE(ABS(v), lambd);
    y = SELECT(flat, COPYSIGN(0, v), v);
    d = SELECT(flat, 0, NAN_FROM(x, 1)))

ACTIVATION(soft_shrink, PARAM(lambd, 0.5, 0, 100) WHERE(lambd, >=, 0),
    "where(abs(x) > lambd, x - sign(x)*lambd, 0)",
    "where(abs(x) > lambd, 1, 0)",
    "Soft thresholding, the proximal operator of the L1 norm: denoising, sparse coding with ISTA and LISTA.",
    RANGE(-inf, inf) KINKS(-lambd, lambd) INCREASING ODD FLAT SEE(hard_shrink, shrink, tanh_shrink),
    "D. Donoho, De-noising by soft-thresholding, 1995",
    T v = once(x);
    flat = LE(ABS(v), lambd);
    y = SELECT(flat, COPYSIGN(0, v), v - COPYSIGN(lambd, v));
    d = SELECT(flat, 0, NAN_FROM(x, 1)))

ACTIVATION(shrink, PARAM(lambd, 0.5, 0, 100) PARAM(bias, 0, -100, 100) WHERE(lambd, >=, 0),
    "where(abs(x) > lambd, x - sign(x)*bias, 0)",
    "where(abs(x) > lambd, 1, 0)",
    "Shrinkage with a threshold and a bias, hard and soft thresholding in one: the Shrink of ONNX.",
    RANGE(-inf, inf) KINKS(-lambd, lambd) MONOTONIC(bias <= lambd) ODD FLAT SEE(hard_shrink, soft_shrink),
    "ONNX operator Shrink",
    T v = once(x);
    flat = LE(ABS(v), lambd);
    y = SELECT(flat, COPYSIGN(0, v), v - flip(bias, v));
    d = SELECT(flat, 0, NAN_FROM(x, 1)))
