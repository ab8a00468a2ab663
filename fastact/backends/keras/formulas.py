"""The formulas of the catalogue over `keras.ops`: what a tensor is computed with that fastact does not take.

A formula is read once, and what overflows or cancels in it is put into another form.  It is computed in float32 at least.
"""

import ast
import copy
import math
import operator
from collections.abc import Callable
from functools import cache
from typing import Any

import keras
from keras import ops

from fastact._core.table_rows import Row

# ---- a formula as it is computed ---------------------------------------------------------------------------------------------


def _pattern(text: str) -> ast.expr:
    return ast.parse(text, mode="eval").body


# What is put in the place of what, first match first; a capital letter stands for anything.
_FORMS = [
    (_pattern(found), _pattern(put))
    for found, put in (
        ("log1p(exp(E))", "softplus(E)"),
        ("log1p(1/(1 + exp(E)))", "log1p(sigmoid(-E))"),
        ("log1p(A/(1 + exp(E)))", "softplus(log(A) - softplus(E))"),
        ("A/(1 + exp(E))", "A*sigmoid(-E)"),
        ("tanh(exp(E))", "tanh(exp(minimum(E, 9)))"),  # which is 1 from there on, and has the derivative 0
        ("maximum(E, 0)", "relu(E)"),
    )
]


def _match(pattern: ast.AST, node: ast.AST, found: dict[str, ast.AST]) -> bool:
    """Whether a node is of this form; `found` has what the capital letters stand for."""
    if isinstance(pattern, ast.Name) and pattern.id.isupper():
        return ast.dump(found.setdefault(pattern.id, node)) == ast.dump(node)
    if type(pattern) is not type(node):
        return False
    for field, value in ast.iter_fields(pattern):
        other = getattr(node, field)
        if isinstance(value, list):
            if len(value) != len(other) or not all(_match(one, two, found) for one, two in zip(value, other)):
                return False
        elif isinstance(value, ast.AST):
            if not _match(value, other, found):
                return False
        elif value != other:
            return False
    return True


class _Put(ast.NodeTransformer):
    """Puts nodes in the place of the names that stand for them."""

    def __init__(self, found: dict[str, ast.AST]):
        self.found = found

    def visit_Name(self, node: ast.Name) -> ast.AST:
        return self.found.get(node.id, node)


class _Stable(ast.NodeTransformer):
    """Puts a formula into the forms above, from the inside out."""

    def visit(self, node: ast.AST) -> ast.AST:
        for pattern, put in _FORMS:
            found: dict[str, ast.AST] = {}
            if _match(pattern, node, found):
                inner = {letter: self.visit(one) for letter, one in found.items()}
                return _Put(inner).visit(copy.deepcopy(put))
        return super().generic_visit(node)


@cache
def parsed(formula: str) -> ast.expr:
    return _Stable().visit(_pattern(formula))


# ---- its value ---------------------------------------------------------------------------------------------------------------

_OPERATORS: dict[type, Callable[..., Any]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.USub: operator.neg,
    ast.UAdd: lambda u: u,  # tensors of OpenVINO have no unary plus
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Eq: operator.eq,
}
_POWERS: dict[int, Callable[..., Any]] = {2: lambda u: u * u, 3: lambda u: u * u * u}
_OF_NUMBERS = {name: getattr(math, name) for name in ("exp", "expm1", "log", "log1p", "sqrt")}
_FUNCTIONS = {
    "abs": ops.abs,
    "arctan": ops.arctan,
    "arcsinh": ops.arcsinh,
    "cos": ops.cos,
    "erf": ops.erf,
    "erfc": ops.erfc,
    "exp": ops.exp,
    "expm1": ops.expm1,
    "log": ops.log,
    "log1p": ops.log1p,
    "maximum": ops.maximum,
    "minimum": ops.minimum,
    "relu": ops.relu,
    "sigmoid": ops.sigmoid,
    "sign": ops.sign,
    "sin": ops.sin,
    "softplus": ops.softplus,
    "sqrt": ops.sqrt,
    "tanh": ops.tanh,
}


def _is_number(value: Any) -> bool:
    return isinstance(value, (bool, int, float))


def _value(node: ast.expr, names: dict[str, Any]) -> Any:
    match node:
        case ast.Constant():
            return node.value
        case ast.Name():
            return names[node.id]
        case ast.UnaryOp() if type(node.op) in _OPERATORS:
            return _OPERATORS[type(node.op)](_value(node.operand, names))
        case ast.BinOp(left, ast.Pow(), ast.Constant(power)) if power in _POWERS:
            return _POWERS[power](_value(left, names))
        case ast.BinOp() if type(node.op) in _OPERATORS:
            return _OPERATORS[type(node.op)](_value(node.left, names), _value(node.right, names))
        case ast.Compare(left, [relation], [right]) if type(relation) in _OPERATORS:
            return _OPERATORS[type(relation)](_value(left, names), _value(right, names))
        case ast.Call(ast.Name("where"), [condition, *branches]):
            return _where(condition, branches, names)
        case ast.Call(ast.Name(function), arguments) if function in _FUNCTIONS:
            values = [_value(one, names) for one in arguments]
            table = _OF_NUMBERS if all(map(_is_number, values)) else _FUNCTIONS
            return table[function](*values)
    raise ValueError(f"there is no rule for {ast.unparse(node)!r} in a formula")


def _where(condition: ast.expr, branches: list[ast.expr], names: dict[str, Any]) -> Any:
    """A branch has x where it is chosen alone, and elsewhere a number at which it is finite: else its gradient, times 0, may
    be NaN there."""
    holds, (if_true, if_false) = _value(condition, names), branches
    if _is_number(holds):
        return _value(if_true if holds else if_false, names)
    x = names["x"]
    harmless = 1.0 if isinstance(condition, ast.Compare) and isinstance(condition.ops[0], ast.Eq) else 0.0
    first = _value(if_true, {**names, "x": ops.where(holds, x, harmless)})
    second = _value(if_false, {**names, "x": ops.where(holds, harmless, x)})
    return ops.where(holds, first, second)


def composed(row: Row, x: Any, numbers: tuple[float, ...]) -> Any:
    """The function of a row, of a tensor of floating-point numbers."""
    dtype = keras.backend.standardize_dtype(x.dtype)
    inner = ops.cast(x, "float32") if dtype in ("float16", "bfloat16") else x
    names = {"x": inner, "pi": math.pi} | {parameter: float(one) for parameter, one in zip(row.parameters, numbers)}
    return ops.cast(_value(parsed(row.formula), names), dtype)


# ---- along an axis -----------------------------------------------------------------------------------------------------------


def _projected(finish: Callable[..., Any], scale: float) -> Callable[..., Any]:
    """A projection by sorting: `finish(z, total, squares, k)` is the result, of scaled numbers whose largest is 0, where the
    sum of the k largest is given and that of their squares.  Those are chosen whose own result is positive."""

    def function(x: Any, axis: int = -1) -> Any:
        dtype = keras.backend.standardize_dtype(x.dtype)
        if 0 in x.shape:  # which has no largest number
            return x
        z = ops.moveaxis(ops.cast(x, "float32") if dtype in ("float16", "bfloat16") else x, axis, -1)
        z = (z - ops.max(z, axis=-1, keepdims=True)) * scale
        ordered = ops.flip(ops.sort(ops.stop_gradient(z), axis=-1), axis=-1)
        count = ops.cast(ops.arange(1, x.shape[axis] + 1), z.dtype)
        chosen = finish(ordered, ops.cumsum(ordered, axis=-1), ops.cumsum(ordered * ordered, axis=-1), count) > 0
        least = ops.min(ops.where(chosen, ordered, 0.0), axis=-1, keepdims=True)
        # From z itself, through which the gradient goes.
        is_kept = z >= least
        kept, k = ops.where(is_kept, z, 0.0), ops.sum(ops.cast(is_kept, z.dtype), axis=-1, keepdims=True)
        total, squares = ops.sum(kept, axis=-1, keepdims=True), ops.sum(kept * kept, axis=-1, keepdims=True)
        return ops.moveaxis(ops.cast(finish(z, total, squares, k), dtype), -1, axis)

    return function


def _sparsemax(z: Any, total: Any, squares: Any, k: Any) -> Any:
    return ops.relu(z - (total - 1) / k)


def _entmax15(z: Any, total: Any, squares: Any, k: Any) -> Any:
    mean = total / k
    room = ops.relu(1 / k - (squares / k - mean * mean))
    root = ops.sqrt(ops.where(room > 0, room, 1.0))  # whose derivative is finite
    y = ops.relu(z - mean + ops.where(room > 0, root, 0.0))
    return y * y


sparsemax, entmax15 = _projected(_sparsemax, 1.0), _projected(_entmax15, 0.5)


def softmin(x: Any, axis: int = -1) -> Any:
    return ops.softmax(-x, axis=axis)
