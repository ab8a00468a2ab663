"""What a formula of the table and its derivative are worth, in ball arithmetic: the oracle of the tests, `verify` and the demo.

Needs python-flint.  A formula is evaluated as it stands, but for two things: a literal is its exact decimal value, and the
branch of `where` that is not taken is not evaluated.  The derivative is that of the branches that are taken.  Every result is
a ball around the exact one, narrower than 2^-20 of a unit in the last place: its error is bounded by proof, not by experience.
"""

import ast
import math
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from flint import arb, ctx

try:
    from ml_dtypes import finfo  # of bfloat16, too
except ImportError:
    from numpy import finfo

MARGIN = 20
LOWEST_PRECISION, HIGHEST_PRECISION = 128, 2**14


class Undecided(ArithmeticError):
    """A ball too wide to tell which branch is taken."""


class Undefined(ArithmeticError):
    """An argument outside the domain of a function."""


class Dual:
    """A ball and that of its derivative by x.  What does not depend on x is a plain ball."""

    __slots__ = ("slope", "value")

    def __init__(self, value, slope):
        self.value = value
        self.slope = slope

    def __pos__(self):
        return self

    def __neg__(self):
        return Dual(-self.value, -self.slope)

    def __add__(self, other):
        if type(other) is Dual:
            return Dual(self.value + other.value, self.slope + other.slope)
        return Dual(self.value + other, self.slope)

    __radd__ = __add__

    def __sub__(self, other):
        if type(other) is Dual:
            return Dual(self.value - other.value, self.slope - other.slope)
        return Dual(self.value - other, self.slope)

    def __rsub__(self, other):
        return Dual(other - self.value, -self.slope)

    def __mul__(self, other):
        if type(other) is Dual:
            return Dual(self.value * other.value, self.slope * other.value + self.value * other.slope)
        return Dual(self.value * other, self.slope * other)

    __rmul__ = __mul__

    def __truediv__(self, other):
        if type(other) is Dual:
            ratio = self.value / other.value
            return Dual(ratio, (self.slope - ratio * other.slope) / other.value)
        return Dual(self.value / other, self.slope / other)

    def __rtruediv__(self, other):
        ratio = other / self.value
        return Dual(ratio, -ratio * self.slope / self.value)

    def __pow__(self, n):
        lower = self.value ** (n - 1)
        return Dual(lower * self.value, n * lower * self.slope)


signs = []  # what the last evaluation decided


def sign(u):
    """-1, 0 or 1: every choice of a branch."""
    v = u.value if type(u) is Dual else u
    if v > 0:
        decided = 1
    elif v < 0:
        decided = -1
    elif v == 0 or ctx.prec >= HIGHEST_PRECISION:
        decided = 0
    else:
        raise Undecided
    signs.append(decided)
    return decided


def function(of_ball, slope, lowest=None):
    """A function of balls and duals, from its derivative at v, where it is y; undefined below the lowest argument."""

    def apply(u):
        v = u.value if type(u) is Dual else u
        if lowest is not None and v < lowest:
            raise Undefined
        y = of_ball(v)
        return Dual(y, slope(v, y) * u.slope) if type(u) is Dual else y

    return apply


def sech_squared(v, y):
    """Where v is so large that a ball cannot hold exp(-v) closely, at least below v^-64."""
    return v.sech() ** 2 if abs(v) < 2**64 else arb(0, abs(v) ** -64)


NAMES = {
    "abs": lambda u: sign(u) * u,
    "arcsinh": function(arb.asinh, lambda v, y: (v * v + 1).rsqrt()),
    "arctan": function(arb.atan, lambda v, y: 1 / (v * v + 1)),
    "cos": function(arb.cos, lambda v, y: -v.sin()),
    "erf": function(arb.erf, lambda v, y: 2 * (-v * v).exp() / arb.const_sqrt_pi()),
    "erfc": function(arb.erfc, lambda v, y: -2 * (-v * v).exp() / arb.const_sqrt_pi()),
    "exp": function(arb.exp, lambda v, y: y),
    "expm1": function(arb.expm1, lambda v, y: v.exp()),
    "log": function(arb.log, lambda v, y: 1 / v, lowest=0),
    "log1p": function(arb.log1p, lambda v, y: 1 / (v + 1), lowest=-1),
    "maximum": lambda u, v: u if sign(u - v) > 0 else v,
    "minimum": lambda u, v: u if sign(u - v) < 0 else v,
    "sign": sign,
    "sin": function(arb.sin, lambda v, y: v.cos()),
    "sqrt": function(arb.sqrt, lambda v, y: 1 / (2 * y), lowest=0),
    "tanh": function(arb.tanh, sech_squared),
}


class _Exact(ast.NodeTransformer):
    """Literals become balls, `where` a conditional expression, and a comparison that of a sign with 0."""

    def __init__(self, source):
        self.source = source

    def visit_Constant(self, node):
        return _call("arb", ast.Constant(ast.get_source_segment(self.source, node)))

    def visit_BinOp(self, node):
        if isinstance(node.op, ast.Pow):  # an integer power stays one
            return ast.BinOp(self.visit(node.left), node.op, node.right)
        return self.generic_visit(node)

    def visit_Compare(self, node):
        self.generic_visit(node)
        return ast.Compare(_call("sign", ast.BinOp(node.left, ast.Sub(), *node.comparators)), node.ops, [ast.Constant(0)])

    def visit_Call(self, node):
        self.generic_visit(node)
        return ast.IfExp(*node.args) if node.func.id == "where" else node


class _Folded(ast.NodeTransformer):
    """What does not depend on the arguments is evaluated once."""

    def __init__(self, arguments, names):
        self.arguments = arguments
        self.names = names

    def depends(self, node):
        return any(isinstance(part, ast.Name) and part.id in self.arguments for part in ast.walk(node))

    def visit(self, node):
        if not isinstance(node, ast.expr) or isinstance(node, (ast.Lambda, ast.Constant)) or self.depends(node):
            return self.generic_visit(node)
        name = f"_{len(self.names)}"
        self.names[name] = _evaluate(node, self.names)
        return ast.Name(name, ast.Load())


def _call(name, argument):
    return ast.Call(ast.Name(name, ast.Load()), [argument], [])


def _evaluate(node, names):
    return eval(compile(ast.fix_missing_locations(ast.Expression(node)), "formula", "eval"), names)


class Exact(NamedTuple):
    """Results as the nearest float64, and what is left, in spacings of float64 there."""

    nearest: np.ndarray
    rest: np.ndarray


class Formula:
    """A formula with its parameters: from numbers to the balls of its value and of its derivative by the first of them.

    Parameters
    ----------
    formula : str
        Python of the argument and the parameters, as in a row of the table.
    dtype : dtype
        The type in whose units the balls are narrow.
    argument : str
        The name of the first.
    others : tuple of str
        The names of those that are given for each point, too.
    **parameters : float
        What is the same at all points.
    """

    def __init__(self, formula, dtype, argument="x", others=(), **parameters):
        info = finfo(dtype)
        self.arguments = (argument, *others)
        self.source = f"lambda {', '.join(self.arguments)}: {formula}"
        self.dtype = info.dtype.type
        self.parameters = {name: arb(float(number)) for name, number in parameters.items()}
        self.enough_bits = info.nmant + 2 + MARGIN
        self.enough = arb(2) ** int(info.minexp - info.nmant - MARGIN)
        self.programs, self.starts = {}, {}

    def program(self, precision):
        """The formula at a working precision, which is in force."""
        if precision not in self.programs:
            names = {**NAMES, "arb": arb, "pi": arb.pi(), **self.parameters}
            tree = _Exact(self.source).visit(ast.parse(self.source, mode="eval").body)
            self.programs[precision] = _evaluate(_Folded(self.arguments, names).visit(tree), names)
        return self.programs[precision]

    def narrow(self, ball):
        return ball.rel_accuracy_bits() >= self.enough_bits or ball.rad() <= self.enough

    def __call__(self, x, *others):
        """NaN outside the domain and at a pole."""
        size = tuple(math.frexp(number)[1] // 32 for number in (x, *others))
        before, precision, point = ctx.prec, self.starts.get(size, LOWEST_PRECISION), Dual(arb(x), arb(1))
        others = [arb(number) for number in others]
        try:
            while precision <= HIGHEST_PRECISION:
                ctx.prec = precision
                try:
                    program = self.program(precision)
                    signs.clear()
                    y = program(point, *others)
                except Undecided:
                    pass
                else:
                    value, slope = (y.value, y.slope) if type(y) is Dual else (arb(y), arb(0))
                    if self.narrow(value) and self.narrow(slope):
                        if max(map(abs, size)) > 1:  # of such a size, the next number will hardly need less
                            self.starts[size] = precision
                        return value, slope
                precision *= 2
            if value.is_finite() and slope.is_finite():
                raise ArithmeticError(f"{self.source} at {x!r} needs more than {HIGHEST_PRECISION} bits")
            return value, slope
        except Undefined:
            return arb.nan(), arb.nan()
        finally:
            ctx.prec = before

    def decisions(self, x):
        """The branches taken at x."""
        self(x)
        return tuple(signs)

    def accepted(self, x, *others):
        """The pairs of balls that are right at x: where a kink lies between it and a neighbour, and at no number, the
        neighbour's too, since it is the rounding of parameters and literals that has put the kink there."""
        with np.errstate(over="ignore"):
            near = [x, *(float(np.nextafter(self.dtype(x), self.dtype(end))) for end in (-math.inf, math.inf))]
        pairs, decisions = zip(*[(self(point, *others), tuple(signs)) for point in near if math.isfinite(point)])
        first = next((kink for kink in zip(*decisions) if len(set(kink)) > 1), (0,))
        return pairs[:1] if 0 in first else pairs

    def table(self, *arrays):
        """The values and the derivatives at the numbers of arrays, each as `Exact`."""
        rows = [(*split(value), *split(slope)) for value, slope in map(self, *(array.tolist() for array in arrays))]
        columns = np.array(rows).reshape(-1, 4).T
        return Exact(*columns[:2]), Exact(*columns[2:])


@lru_cache(maxsize=256)
def _formula(formula, dtype, parameters):
    return Formula(formula, dtype, **dict(parameters))


def value(formula, x, dtype, **parameters):
    """f(x) at a number of the dtype, as a ball."""
    return _formula(formula, dtype, tuple(parameters.items()))(float(x))[0]


def slope(formula, x, dtype, **parameters):
    """f'(x) at a number of the dtype, as a ball."""
    return _formula(formula, dtype, tuple(parameters.items()))(float(x))[1]


def split(ball):
    """A ball's midpoint as `Exact`."""
    nearest = float(ball)
    return Exact(nearest, float((ball - nearest) / math.ulp(nearest)) if math.isfinite(nearest) else 0.0)


def unit_of(x, dtype):
    """A unit in the last place of x, if it were rounded to the dtype."""
    info = finfo(dtype)
    exponents = np.frexp(np.maximum(np.abs(x), float(info.smallest_normal)))[1]
    return np.ldexp(1.0, exponents - 1 - info.nmant)


def errors(got, exact, dtype, least=0.0):
    """|got - exact| in units in the last place of the exact value, or in the least units where these are larger.

    Below the smallest normal number the unit is the smallest subnormal one.  An infinite result stands for the first power of
    two that is too large; what rounds to infinity must be infinite, and what is undefined must not be finite.
    """
    info, got, (nearest, rest) = finfo(dtype), np.asarray(got, np.float64), exact
    with np.errstate(all="ignore"):
        below = np.where(rest * np.sign(nearest) < 0, np.nextafter(nearest, 0), nearest)
        unit = np.maximum(unit_of(below, dtype), least)
        beyond = (np.copysign(np.ldexp(0.5, info.maxexp), got) - nearest / 2) / (unit / 2)
        distance = np.where(np.isinf(got), beyond, (got - nearest) / unit)
        error = np.abs(distance - rest * (unit_of(nearest, np.float64) / unit))
        infinite = np.isinf(np.asarray(nearest).astype(dtype))
        error = np.where(infinite, np.where(got == np.copysign(np.inf, nearest), 0, np.inf), error)
        error = np.where(np.isnan(nearest), np.where(np.isfinite(got), np.inf, 0), error)
    return np.where(np.isnan(error), np.inf, error)


def ulp_error(got, want, dtype, least=0.0):
    """`errors` of one result, whose exact value is a ball.  Where that is too large and the result is finite, in units of the
    largest numbers."""
    info, exact = finfo(dtype), split(want)
    if math.isfinite(got) and abs(exact.nearest) > float(info.max) and want.is_finite():
        return float(abs(want - float(got)) / arb(2) ** int(info.maxexp - 1 - info.nmant))
    return float(errors(got, exact, dtype, least))
