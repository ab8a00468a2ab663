"""Formulas as MathML, which browsers draw by themselves: a page needs no script and no network for them."""

import re

from docutils.nodes import SkipNode
from latex2mathml.converter import convert

LETTER = re.compile(r'<mi mathvariant="normal">([^<]+)</mi>')
LETTERS = re.compile(rf"(?:{LETTER.pattern.replace('(', '(?:')}){{2,}}")


def setup(app):
    app.add_html_math_renderer("mathml", (inline, None), (block, None))
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def mathml(latex, display="block"):
    """MathML of LaTeX, where a name of several letters is one identifier and not a product of its letters."""
    text = convert(latex, display=display)
    return LETTERS.sub(lambda found: f"<mi>{''.join(LETTER.findall(found[0])).replace('&#x0005F;', '_')}</mi>", text)


def inline(writer, node):
    writer.body.append(mathml(node.astext(), "inline"))
    raise SkipNode


def block(writer, node):
    writer.body.append(writer.starttag(node, "div", CLASS="formula"))
    writer.body.append(mathml(node.astext()))
    writer.body.append("</div>\n")
    raise SkipNode
