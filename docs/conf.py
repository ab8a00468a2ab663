"""Sphinx's settings: python -m sphinx -W docs build/site"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "extensions"))

import fastact

project = "fastact"
author = "The fastact developers"
copyright = "the fastact developers"
version = release = fastact.__version__

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.autosummary",
    "numpydoc",
    "sphinx_copybutton",
    "sphinx_design",
    "explorer",
    "function_pages",
    "markdown",
    "mathml",
    "reference_pages",
]
html_math_renderer = "mathml"
exclude_patterns = ["extensions", "explorer", "benchmarks/*.json"]
suppress_warnings = ["myst.header"]

# ---- Markdown ----------------------------------------------------------------------------------------------------------------

myst_enable_extensions = ["attrs_inline", "colon_fence", "substitution"]
myst_substitutions = {}
myst_heading_anchors = 3

# ---- docstrings --------------------------------------------------------------------------------------------------------------

default_role = "py:obj"
autosummary_generate = True
autodoc_typehints = "none"
numpydoc_show_class_members = False
numpydoc_class_members_toctree = False

# ---- the pages ---------------------------------------------------------------------------------------------------------------

html_theme = "pydata_sphinx_theme"
html_title = "fastact"
html_show_sourcelink = False
html_static_path = ["static"]
html_css_files = ["site.css"]
html_theme_options = {
    "show_prev_next": False,
    "header_links_before_dropdown": 6,
    "secondary_sidebar_items": ["page-toc"],
    "navigation_with_keys": False,
    "footer_start": ["copyright"],
    "footer_end": [],
}
html_sidebars = {"index": []}
copybutton_prompt_text = r">>> |\.\.\. |\$ "
copybutton_prompt_is_regexp = True
