"""The formulas of the catalogue, which are Python, as mathematics for the pages and as JavaScript for the explorer."""

import ast
import re

from latexify.codegen.expression_codegen import ExpressionCodegen

RENAMED = {"maximum": "max", "minimum": "min", "sign": "sgn", "arcsinh": "arsinh"}
CONSTANTS = {1.0507009873554805: "lambda", 1.6732632423543772: "alpha"}  # as selu's are called


def latex(formula):
    """LaTeX of a formula."""
    tree = AsMathematics().visit(ast.parse(formula, mode="eval").body)
    made = ExpressionCodegen(use_math_symbols=True).visit(tree)
    made = re.sub(r"\\mathrm\{operator\\_(\w+)\}", r"\\operatorname{\1}", made)
    for one, other in SPELLED.items():
        made = made.replace(one, other)
    return made


SPELLED = {  # what latexify writes, and how it is read more easily
    r"\left\{ \begin{array}{ll}": r"\begin{cases}",
    r"\end{array} \right.": r"\end{cases}",
    r", & \mathrm{if} \ ": r" & \text{if } ",
    r", & \mathrm{otherwise}": r" & \text{otherwise}",
    r"\mathopen{}": "",
    r"\mathclose{}": "",
    r"\cdot \left": r"\left",
}


class AsMathematics(ast.NodeTransformer):
    """NumPy's names become those of mathematics: a choice, a logarithm of 1 + x, an exponential less 1."""

    def visit_Call(self, node):
        self.generic_visit(node)
        name, given = node.func.id, node.args
        if name == "where":
            return ast.IfExp(given[0], given[1], given[2])
        if name == "log1p":
            return called("operator_log", ast.BinOp(ast.Constant(1), ast.Add(), given[0]))
        if name == "expm1":
            return ast.BinOp(power_of_e(given[0]), ast.Sub(), ast.Constant(1))
        if name == "exp":
            return power_of_e(given[0])
        if name in ("sqrt", "abs"):  # which have signs of their own
            return node
        return called(f"operator_{RENAMED.get(name, name)}", *given)

    def visit_UnaryOp(self, node):
        self.generic_visit(node)
        return node.operand if isinstance(node.op, ast.UAdd) else node

    def visit_Constant(self, node):
        return ast.Name(CONSTANTS[node.value]) if node.value in CONSTANTS else node


def called(name, *given):
    return ast.Call(ast.Name(name), list(given), [])


def power_of_e(exponent):
    return ast.BinOp(ast.Name("e"), ast.Pow(), exponent)


def javascript(formula):
    """JavaScript of a formula, of functions of the same names (mathematics.js)."""
    return ast.unparse(AsJavaScript().visit(ast.parse(formula, mode="eval").body))


class AsJavaScript(ast.NodeTransformer):
    """Powers become calls; all else reads alike in both languages."""

    def visit_BinOp(self, node):
        self.generic_visit(node)
        return called("pow", node.left, node.right) if isinstance(node.op, ast.Pow) else node
