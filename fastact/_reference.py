"""What a formula of the table is worth, to more digits than any type holds: the oracle of the tests and the demo.

Needs mpmath.  A formula is evaluated as it stands, but for two things: a literal is its exact decimal value, and the branch
of `where` that is not taken is not evaluated.
"""

import ast
import math
from functools import lru_cache

import mpmath
import numpy as np
from mpmath import mp, mpf



def erfc(x):
    """mpmath's own fails beyond; nothing is left there that any type holds."""
    return mp.erfc(x) if abs(x) < 10**6 else mpf(0 if x > 0 else 2)


NAMES = {
    "abs": abs,
    "arctan": mp.atan,
    "cos": mp.cos,
    "erfc": erfc,
    "exp": mp.exp,
    "expm1": mp.expm1,
    "log1p": mp.log1p,
    "maximum": max,
    "minimum": min,
    "mpf": mpf,
    "sign": mp.sign,
    "sin": mp.sin,
    "sqrt": mp.sqrt,
    "tanh": mp.tanh,
}


class _Exact(ast.NodeTransformer):
    def __init__(self, source):
        self.source = source

    def visit_Constant(self, node):
        text = ast.get_source_segment(self.source, node)
        return ast.Call(ast.Name("mpf", ast.Load()), [ast.Constant(text)], [])

    def visit_BinOp(self, node):
        if isinstance(node.op, ast.Pow):  # an integer power stays one
            return ast.BinOp(self.visit(node.left), node.op, node.right)
        return self.generic_visit(node)

    def visit_Call(self, node):
        self.generic_visit(node)
        if isinstance(node.func, ast.Name) and node.func.id == "where":
            return ast.IfExp(*node.args)
        return node


@lru_cache(maxsize=None)
def compiled(formula, parameters=()):
    """The formula as a function of x and of its parameters, mpmath numbers all."""
    body = _Exact(formula).visit(ast.parse(formula, mode="eval")).body
    names = ["x", *parameters]
    arguments = ast.arguments(posonlyargs=[], args=[ast.arg(n) for n in names], kwonlyargs=[], kw_defaults=[], defaults=[])
    tree = ast.fix_missing_locations(ast.Expression(ast.Lambda(arguments, body)))
    return eval(compile(tree, formula, "eval"), {**NAMES, "pi": mp.pi})


def _bits(x, dtype):
    """A working precision that survives the formula's cancellations and the difference quotient's, and its step."""
    exponent = abs(math.frexp(float(x))[1])
    step = 80 + exponent
    return 3 * step + exponent + -np.finfo(dtype).minexp + 200, step


def value(formula, x, dtype, **parameters):
    """f(x) at a number of the dtype, as an mpmath number."""
    with mp.workprec(_bits(x, dtype)[0]):
        return +mpf(compiled(formula, tuple(parameters))(mpf(float(x)), *map(mpf, map(float, parameters.values()))))


def slope(formula, x, dtype, **parameters):
    """f'(x) by a central difference so narrow that its error lies far below a unit of the dtype; None at a kink."""
    bits, step = _bits(x, dtype)
    with mp.workprec(bits):
        point, numbers = mpf(float(x)), [mpf(float(p)) for p in parameters.values()]
        function = compiled(formula, tuple(parameters))
        h = mp.ldexp(max(abs(point), mpf(2) ** np.finfo(dtype).minexp), -step)
        left, here, right = (function(point + k * h, *numbers) for k in (-1, 0, 1))
        if abs(right - 2 * here + left) > mp.ldexp(abs(right - left), -40):
            return None
        if abs(point) < 16:  # a kink between the number and its neighbours is where the parameters' rounding has put it
            unit = mpf(float(np.spacing(dtype(abs(float(x))))))
            below, above = (function(point + k * unit, *numbers) for k in (-1, 1))
            if abs(above - 2 * here + below) > mp.ldexp(unit, -10):
                return None
        return (right - left) / (2 * h)


def ulp_error(got, want, dtype):
    """|got - want| in units in the last place of the exact value; infinity stands for all that is too large."""
    info = np.finfo(dtype)
    got = float(got)
    if math.isnan(got):
        return math.inf
    with mp.workprec(200):
        if abs(want) >= mpf(float(info.max)) * (1 + mpf(2) ** -(info.nmant + 2)):
            return 0.0 if math.isinf(got) and (got > 0) == (want > 0) else math.inf
        if math.isinf(got):
            return math.inf
        exponent = max(mpmath.frexp(want)[1] - 1, info.minexp) if want else info.minexp
        return float(abs(mpf(got) - want) * mpf(2) ** (info.nmant - exponent))
