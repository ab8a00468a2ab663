/**
 * The functions that formulas of the catalogue call, under the catalogue's names, in double precision.
 *
 * All scripts of the page are classic ones that share the object `fastact`: browsers refuse to load ES modules from file://,
 * and the page must work when its folder is opened from a disk.
 */
'use strict';

globalThis.fastact = {};

fastact.mathematics = (() => {
  const { abs, atan, cos, exp, expm1, log, log1p, max, min, pow, sign, sin, sqrt, tanh, PI } = Math;
  /** Up to here erf is summed, beyond it erfc is a continued fraction: relative errors of both stay below 2e-13. */
  const MIDDLE = 2;
  const TERMS = 100;

  /** erf(x) = 2/sqrt(pi) exp(-x^2) (x + 2x^3/3 + 4x^5/15 + ...), whose terms have the same sign: nothing cancels. */
  function erfBySum(x) {
    let term = x;
    let sum = x;
    for (let n = 1; n <= TERMS && abs(term) > 1e-17 * abs(sum); n++) {
      term *= (2 * x * x) / (2 * n + 1);
      sum += term;
    }
    return (2 / sqrt(PI)) * exp(-x * x) * sum;
  }

  /** erfc(x) = exp(-x^2)/sqrt(pi) / (x + (1/2)/(x + 1/(x + (3/2)/(x + ...)))) for x >= MIDDLE, from the inside outwards. */
  function erfcByFraction(x) {
    let below = x;
    for (let n = TERMS; n >= 1; n--) below = x + n / 2 / below;
    return exp(-x * x) / (sqrt(PI) * below);
  }

  const erfcOfPositive = (x) => (x < MIDDLE ? 1 - erfBySum(x) : erfcByFraction(x));

  return {
    abs, cos, exp, expm1, log, log1p, max, min, pow, sign, sin, sqrt, tanh,
    arcsinh: Math.asinh,
    arctan: atan,
    maximum: max,
    minimum: min,
    pi: PI,
    inf: Infinity,
    erf: (x) => (abs(x) < MIDDLE ? erfBySum(x) : sign(x) * (1 - erfcByFraction(abs(x)))),
    erfc: (x) => (x < 0 ? 2 - erfcOfPositive(-x) : erfcOfPositive(x)),
    where: (condition, one, other) => (condition ? one : other),
    both: (one, other) => Boolean(one && other),
    either: (one, other) => Boolean(one || other),
  };
})();
