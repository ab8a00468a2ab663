"""The Python of every page in docs/ runs, a page in one namespace; that of the C interface in tests/core/test_c_examples.py."""

from pathlib import Path

import pytest
from sybil.document import Document
from sybil.parsers.markdown import PythonCodeBlockParser

DOCS = Path(__file__).parents[2] / "docs"
MADE = {"functions", "reference"}  # by the site's build, of docstrings, which have tests of their own
WRITTEN = [path for path in sorted(DOCS.rglob("*.md")) if path.parent.name not in MADE and path.name != "c-interface.md"]
PAGES = [path for path in WRITTEN if "```python" in path.read_text()]
LIBRARIES = {"autograd", "jax", "keras", "numba", "onnx", "spacy", "thinc", "torch"}  # those of the extra `backends` alone


@pytest.mark.filterwarnings("ignore:Stochastic Optimizer", "ignore::DeprecationWarning")  # of quick examples; of libraries
@pytest.mark.parametrize("path", PAGES, ids=[str(path.relative_to(DOCS)) for path in PAGES])
def test_the_examples_of_a_page_run(path, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    document = Document.parse(str(path), PythonCodeBlockParser())
    for example in document.examples():
        try:
            example.evaluate()
        except ImportError as error:  # of a library, or of fastact for it
            if (error.name or "").partition(".")[0] not in LIBRARIES:
                raise
            pytest.skip(f"{error.name} is not installed")
