/* THE TABLE.  One row is one activation:

       ACTIVATION(name, parameters, formula, derivative, about, properties, source, body)

   - parameters: PARAM(name, default, low, high) ..., REQUIRED for no default; from low to high the error bound holds;
     WHERE(a, relation, b) ...: what they must fulfil;
   - formula and derivative: executable Python of x and the parameters, the specification of f and f': tests, docs and
     benchmarks evaluate it; the derivative holds where f has a value;
   - about: what it is and where it is used, a sentence;
   - properties: RANGE(low, high) of the values, KINKS(x, ...) where the derivative jumps, INCREASING, ODD, EVEN,
     MONOTONIC(condition), FLAT where it has a piece on which it is constant, and SEE(name, ...), what to read next, which
     every row has;
   - source: who published it;
   - body: sets the packs y = f(x) and d = f'(x) together; a kernel that stores one of them pays for that one alone.
     Of a FLAT row it also sets the mask `flat`: where it holds, d is 0 by its piece, and the backward form is 0 whatever dy
     is.  Where d is 0 by a parameter, at a root, or as it underflows, the mask does not hold.
     What few elements need stands behind RARELY (math/words.h) of rare_value, rare_slope, or rare where y and d both need
     it.

   Where f can be inverted, a second row gives f' as a function of y = f(x):

       FROM_OUTPUT(name, parameters, formula of y, body that sets d, and `flat` where the first row is FLAT)

   The body speaks C's operators and the words of math/.  At a kink the derivative is that of the flat or negative side.
   Functions that serve few rows stand in front of the first of them: kernels.c defines FUNCTIONS where it makes these. */

#include "activations/rectifiers.h"
#include "activations/exponential.h"
#include "activations/sigmoids.h"
#include "activations/self_gated.h"
#include "activations/shrinkage.h"
#include "activations/oscillating.h"
