"""Writes the explorer, a page of plain JavaScript, beside the site: its files as they are, and data.js from the catalogue.

data.js holds each function of one element: formula and derivative as JavaScript and as MathML, what is known of it, and the
errors of float32 results that this build has measured.
"""

import ast
import json
import math
import shutil
from pathlib import Path

import float32_errors
import formulas
from mathml import mathml
from pictures import defaults, values_of

import fastact as fa

SOURCE = Path(__file__).parents[1] / "explorer"
# What formulas and properties may call: of mathematics.js.
MATHEMATICS = """abs arcsinh arctan both cos either erf erfc exp expm1 inf log log1p max maximum min minimum pi pow sign sin
sqrt tanh where"""
NARROW = 10  # an interval of parameters up to this width is that of the slider
STEPS = 200  # of a slider


def setup(app):
    app.connect("build-finished", finished)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def finished(app, error):
    if error is None and app.builder.format == "html":
        write(Path(app.outdir) / "explorer")


def write(folder):
    """The whole page, in a folder that is made where it is missing."""
    folder = Path(folder)
    shutil.copytree(SOURCE, folder, dirs_exist_ok=True)
    (folder / "data.js").write_text(data(), encoding="utf-8")


def shown():
    """The activations that the explorer has: functions of one element."""
    return [entry for entry in fa.activations().values() if entry.derivative is not None]


def data():
    """The text of data.js."""
    names = {entry.name for entry in shown()}
    parts = [f"  {entry.name}: {written(described(entry, names))},\n" for entry in shown()]
    return (
        "// Made by the build from the catalogue (docs/extensions/explorer.py).\n"
        "'use strict';\n"
        f"fastact.version = {json.dumps(fa.__version__)};\n"
        "fastact.functions = (() => {\n"
        f"const {{ {', '.join(MATHEMATICS.split())} }} = fastact.mathematics;\n"
        f"return {{\n{''.join(parts)}}};\n}})();\n"
    )


class Code(str):
    """JavaScript, which is written as it is."""


def described(entry, names):
    """What data.js says of a function: a dict of what JSON can hold, and of Code."""
    given = ", ".join(entry.parameters)
    properties = keywords(entry._row.properties)
    low, high = properties["range"].elts
    kinks = properties.get("kinks", ast.Tuple([])).elts
    return {
        "about": entry._row.about,
        "source": entry.source,
        "related": [one for one in entry._row.see if one in names],
        "page": f"../functions/{entry.name}.html",
        "parameters": {name: slider(entry, name) for name in entry.parameters},
        "conditions": [{"text": one, "holds": Code(f"({{{given}}}) => {script(one)}")} for one in entry.conditions],
        "value": Code(f"({{{given}}}) => (x) => {script(entry.formula)}"),
        "slope": Code(f"({{{given}}}) => (x) => {slope(entry)}"),
        "kinks": Code(f"({{{given}}}) => [{', '.join(map(script, kinks))}]"),
        "range": Code(f"({{{given}}}) => [{script(low)}, {script(high)}]"),
        "monotonic": Code(f"({{{given}}}) => {script(properties.get('monotonic', ast.Constant(False)))}"),
        "symmetry": ast.literal_eval(properties["symmetry"]) if "symmetry" in properties else None,
        "mathml": [mathml(formulas.latex(text)) for text in (entry.formula, entry.derivative)],
        "errors": rounded(float32_errors.sampled(entry, defaults(entry))),
    }


def slope(entry):
    """JavaScript of a derivative, which has no value where the function has none, whatever its own formula gives there."""
    found = script(entry.derivative)
    return f"where(isNaN({script(entry.formula)}), NaN, {found})" if "log(" in entry.formula else found


def keywords(properties):
    """The expressions of a row's properties, by name."""
    return {one.arg: one.value for one in ast.parse(f"dict({properties})", mode="eval").body.keywords}


class AsCalls(ast.NodeTransformer):
    """What Python spells with words becomes calls or names of mathematics.js."""

    def visit_IfExp(self, node):
        self.generic_visit(node)
        return formulas.called("where", node.test, node.body, node.orelse)

    def visit_BoolOp(self, node):
        self.generic_visit(node)
        return formulas.called("both" if isinstance(node.op, ast.And) else "either", *node.values)

    def visit_Constant(self, node):
        return ast.Name(str(node.value).lower()) if isinstance(node.value, bool) else node


def script(expression):
    """JavaScript of an expression, a text or a tree."""
    tree = ast.parse(expression, mode="eval").body if isinstance(expression, str) else expression
    return formulas.javascript(ast.unparse(AsCalls().visit(tree)))


def slider(entry, name):
    """A parameter with its default, and with the ends and the step of its slider."""
    parameter, drawn = entry.parameters[name], values_of(entry, name)
    low, high = min(drawn), max(drawn)
    if parameter.high - parameter.low <= NARROW:
        low, high = min(low, parameter.low), max(high, parameter.high)
    else:
        half = (high - low) / 2
        low = low / 5 if low > 0 else low - half
        low, high = max(low, parameter.low), high * 2 if high > 0 else high + half
    step = 10.0 ** math.floor(math.log10((high - low) / STEPS) + 0.5)
    low, high = (float(f"{step * count:.10g}") for count in (math.ceil(low / step), math.floor(high / step)))
    return {"default": drawn[0], "low": low, "high": high, "step": step, "about": parameter.description}


# ---- as text -----------------------------------------------------------------------------------------------------------------


def written(value):
    """JavaScript of a value that is made of dicts, lists, texts, numbers and Code."""
    if isinstance(value, Code):
        return value
    if isinstance(value, dict):
        return "{" + ", ".join(f"{name}: {written(one)}" for name, one in value.items()) + "}"
    if isinstance(value, list):
        return f"[{','.join(map(written, value))}]"
    if isinstance(value, float) and math.isinf(value):
        return "inf" if value > 0 else "-inf"
    return json.dumps(value, ensure_ascii=False)


def rounded(sample):
    """The sampled errors, in as many digits as a picture can show."""
    return {
        "x": short(sample["x"], 5),
        **{
            part: {**{which: short(sample[part][which], 2) for which in ("naive", "fastact")}, "bound": sample[part]["bound"]}
            for part in ("value", "slope")
        },
    }


def short(numbers, digits):
    """A list of numbers with few digits, as Code: 0.47 is .47 there."""
    texts = ["inf" if math.isinf(number) else f"{number:.{digits}g}" for number in numbers]
    return Code(f"[{','.join(map(terse, texts))}]")


def terse(text):
    """A number without the zeros that JavaScript can do without: .47 and 3e-7."""
    text = text.replace("e+0", "e").replace("e-0", "e-")
    return text.replace("0.", ".", 1) if text.startswith(("0.", "-0.")) else text
