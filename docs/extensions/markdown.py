"""What the pages of docs/ need to be right as a site, and would only disturb those who read them as files.

Some pages have others under them.  Links to files outside of docs/ lead to the repository.  The empty line at the end of an
example, which doctest needs, is left out.
"""

import re

UNDER = {  # by a page, those under it
    "backends": "backends/*",
    "benchmarks": "benchmarks/*",
    "project": "accuracy\nreliability\ncontributing",
}
REPOSITORY = "https://github.com/fastact/fastact/blob/main/"


def setup(app):
    app.connect("source-read", read)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def read(app, page, source):
    text = re.sub(r"\n\n```\n", "\n```\n", source[0])
    text = re.sub(r"\]\((?:\.\./)+((?:examples|src_c|fastact|tests)/[^)]*|[A-Z]+\.md)\)", rf"]({REPOSITORY}\1)", text)
    if page in UNDER:
        text += f"\n```{{toctree}}\n:hidden:\n:glob:\n\n{UNDER[page]}\n```\n"
    source[0] = text
