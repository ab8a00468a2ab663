"""The check of a release, on trees made here; and what must agree in this one at any time."""

import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

import fastact as fa
from fastact.lab import check_release
from fastact.lab.check_release import changelog, contents, links, problems, pythons, repository, versions

ROOT = Path(__file__).parents[2]
FILES = {
    "fastact/process/runtime.py": '__version__ = "1.2.0"\n',
    "CHANGELOG.md": "# Changelog\n\n## 1.2.0 (2026-11-28)\n\n- More.\n\n## 1.1.0 (2026-10-01)\n\n- First.\n",
    "CITATION.cff": 'cff-version: 1.2.0\nversion: 1.2.0\ndate-released: "2026-11-28"\n',
    "recipe/recipe.yaml": 'context:\n  name: fastact\n  version: "1.2.0"\n',
    "README.md": "# A\n\n[docs](https://a.example/docs), [above](#a)\n\n```sh\nls [a](b)\n```\n",
    "pyproject.toml": '[project]\nrequires-python = ">=3.9"\nclassifiers = ["Programming Language :: Python :: 3.9",'
    '"Programming Language :: Python :: 3.10", "Programming Language :: Python :: 3"]\n'
    '[tool.cibuildwheel]\nbuild = "cp39-* cp310-* cp310t-*"\n',
    "docs/project.md": "| 3.9 | all |\n| 3.10 | all |\n",
}


@pytest.fixture
def tree(tmp_path):
    for name, text in FILES.items():
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    return tmp_path


def test_a_tree_that_is_ready_has_no_problems(tree):
    assert problems(tree, "1.2.0", [versions, changelog, links, pythons]) == []


@pytest.mark.parametrize(
    ("check", "file", "old", "new", "said"),
    [
        (versions, "fastact/process/runtime.py", "1.2.0", "1.1.0", "runtime.py: the version is 1.1.0, not 1.2.0"),
        (versions, "CHANGELOG.md", "## 1.2.0", "## 1.3.0", "CHANGELOG.md: the version is 1.3.0"),
        (versions, "CITATION.cff", "\nversion: 1.2.0", "\nversion: 1.2.1", "CITATION.cff: the version is 1.2.1"),
        (versions, "recipe/recipe.yaml", "1.2.0", "1.2", "recipe.yaml: the version is 1.2,"),
        (versions, "CITATION.cff", "2026-11-28", "2026-11-29", "the dates of the release differ: CHANGELOG.md has 2026-11-28"),
        (versions, "CHANGELOG.md", "1.2.0 (2026-11-28)", "1.2.0", "CHANGELOG.md: the date of the release is missing"),
        (changelog, "CHANGELOG.md", "## 1.2.0", "## Unreleased\n\n- New.\n\n## 1.2.0", "under Unreleased belongs under 1.2.0"),
        (changelog, "CHANGELOG.md", "- More.\n", "", "nothing stands under 1.2.0"),
        (links, "README.md", "https://a.example/docs", "docs/a.md", "the link docs/a.md leads nowhere"),
        (links, "README.md", "# A", '<img src="docs/a.svg" alt="a">', "the link docs/a.svg leads nowhere"),
        (pythons, "docs/project.md", "| 3.10 | all |\n", "", "classifies 3.9, 3.10, the table of docs/project.md has 3.9"),
        (pythons, "pyproject.toml", "cp39-* ", "", "the wheels of [tool.cibuildwheel] has 3.10"),
        (pythons, "pyproject.toml", ">=3.9", ">=3.8", "requires-python is >=3.8, the oldest that is classified is 3.9"),
    ],
)
def test_what_is_wrong_is_said(tree, check, file, old, new, said):
    text = (tree / file).read_text()
    assert old in text
    (tree / file).write_text(text.replace(old, new))
    lines = problems(tree, "1.2.0", [check])
    assert len(lines) == 1 and said in lines[0], lines


def test_a_file_that_is_missing_is_said(tree):
    (tree / "CITATION.cff").unlink()
    assert "CITATION.cff: the version is missing, not 1.2.0" in problems(tree, "1.2.0", [versions])


@pytest.mark.skipif(not shutil.which("git"), reason="git is not installed")
def test_what_is_not_committed_and_a_tag_elsewhere_are_said(tree):
    def git(*arguments):
        author = ("-c", "user.name=a", "-c", "user.email=a@a.example", "-c", "commit.gpgsign=false")
        subprocess.run(["git", *author, *arguments], cwd=tree, check=True, capture_output=True)

    git("init")
    git("add", ".")
    git("commit", "-m", "first")
    assert problems(tree, "1.2.0", [repository]) == []
    git("tag", "v1.2.0")
    assert problems(tree, "1.2.0", [repository]) == []
    (tree / "new.txt").write_text("new")
    assert problems(tree, "1.2.0", [repository]) == ["not committed: new.txt"]
    git("add", ".")
    git("commit", "-m", "second")
    assert problems(tree, "1.2.0", [repository]) == ["the tag v1.2.0 is of another commit"]


def test_what_a_wheel_lacks_and_its_size_are_said(tmp_path, monkeypatch):
    wheel = tmp_path / "fastact-1.2.0-cp311-cp311-linux_x86_64.whl"
    with zipfile.ZipFile(wheel, "w") as file:
        for name in ("fastact/py.typed", "fastact/__init__.pyi", "fastact-1.2.0.dist-info/licenses/LICENSE"):
            file.writestr(name, "a")
    assert [*contents(wheel)] == [f"{wheel.name} lacks fastact/include/fastact.h"]
    monkeypatch.setattr(check_release, "SIZE", 100)
    assert any("above" in line for line in contents(wheel))


def test_a_version_of_another_form_is_refused(capsys):
    with pytest.raises(SystemExit):
        check_release.main(["0.2"])
    assert "of the form 1.2.3 or 1.2.3rc1, not 0.2" in capsys.readouterr().err


def test_the_status_says_whether_something_is_wrong(capsys, monkeypatch):
    monkeypatch.setattr(check_release, "CHECKS", [versions])
    assert check_release.main(["99.0.0"]) == 1
    assert "fastact/process/runtime.py: the version is" in capsys.readouterr().out


def test_the_versions_of_this_tree_agree():
    assert set(check_release.found(ROOT, check_release.VERSIONS).values()) == {fa.__version__}
    assert problems(ROOT, fa.__version__, [pythons]) == []
