"""python -m fastact.lab.check_release VERSION: whether this tree is ready for a release, by the checklist of docs/project.md.

Says all that is wrong, one thing a line, and ends with status 1.  What it builds is in a folder of its own.
Building needs build and twine; --no-build leaves that out."""

import argparse
import re
import subprocess
import sys
import tempfile
import tomllib
import zipfile
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).parents[2]
SIZE = 6_000_000  # bytes of a wheel: kernels for three instruction sets are 4.2 of 5.6
DATE = r"\d{4}-\d\d-\d\d"

# Where the version stands, and the date of the release: a pattern with a group for it.
VERSIONS = {
    "fastact/process/runtime.py": r'^__version__ = "(.+)"$',
    "CHANGELOG.md": r"^## (\d\S*)",
    "CITATION.cff": r'^version: "?([^"\s]+)"?$',
    "recipe/recipe.yaml": r'^  version: "([^"]+)"$',
}
DATES = {
    "CHANGELOG.md": rf"^## \d\S*(?: \(({DATE})\))?$",
    "CITATION.cff": rf'^date-released: "?({DATE})"?$',
}


def found(root, patterns):
    """What the first place of each pattern says, by files; None where a file has none."""
    result = {}
    for file, pattern in patterns.items():
        text = (root / file).read_text(encoding="utf-8") if (root / file).exists() else ""
        match = re.search(pattern, text, re.MULTILINE)
        result[file] = match[1] if match else None
    return result


def versions(root, version):
    """Every file that names the version names this one, and the dates agree."""
    for file, stated in found(root, VERSIONS).items():
        if stated != version:
            yield f"{file}: the version is {stated or 'missing'}, not {version}"
    dates = found(root, DATES)
    for file, date in dates.items():
        if not date:
            yield f"{file}: the date of the release is missing"
    if len({*dates.values()} - {None}) > 1:
        yield "the dates of the release differ: " + ", ".join(f"{file} has {date}" for file, date in dates.items())


def changelog(root, version):
    """What was done since the last release stands under this one."""
    text = (root / "CHANGELOG.md").read_text(encoding="utf-8")
    sections = dict(re.findall(r"^## (.+)\n((?:(?!## ).*\n?)*)", text, re.MULTILINE))
    if sections.get("Unreleased", "").strip():
        yield f"CHANGELOG.md: what stands under Unreleased belongs under {version}"
    for heading, body in sections.items():
        if heading.split()[0] == version and not body.strip():
            yield f"CHANGELOG.md: nothing stands under {version}"


def links(root, version):
    """README.md is PyPI's page of the project, too, where no file lies beside it."""
    text = re.sub(r"^```.*?^```$", "", (root / "README.md").read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    targets = re.findall(r"\]\(\s*<?([^)\s>]+)", text)
    targets += re.findall(r"""(?:src|srcset|href)\s*=\s*["']([^"'\s]+)""", text)
    targets += re.findall(r"^\s*\[[^\]]+\]:\s*(\S+)", text, re.MULTILINE)
    for target in dict.fromkeys(targets):
        if not re.match(r"https?://|mailto:|#", target):
            yield f"README.md: the link {target} leads nowhere on PyPI: it must begin with https://"


def pythons(root, version):
    """The versions of Python are the same in the classifiers, the wheels and docs/project.md."""
    settings = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    project = settings["project"]
    classified = {c.rpartition(" ")[2] for c in project["classifiers"] if re.fullmatch(r".*Python :: 3\.\d+", c)}
    built = {f"3.{number}" for number in re.findall(r"cp3(\d+)-", settings["tool"]["cibuildwheel"]["build"])}
    page = (root / "docs" / "project.md").read_text(encoding="utf-8")
    stated = {f"3.{number}" for number in re.findall(r"^\| 3\.(\d+) \|", page, re.MULTILINE)}
    for name, others in {"the wheels of [tool.cibuildwheel]": built, "the table of docs/project.md": stated}.items():
        if others != classified:
            yield f"pyproject.toml classifies {_listed(classified)}, {name} has {_listed(others)}"
    oldest = min(classified, key=_number, default=None)
    if project["requires-python"] != f">={oldest}":
        yield f"pyproject.toml: requires-python is {project['requires-python']}, the oldest that is classified is {oldest}"


def repository(root, version):
    """All is committed, and the tag is free, or is this commit."""
    changed = _git(root, "status", "--porcelain")
    if changed is None:
        yield "this is no git repository"
        return
    for line in changed.splitlines():
        yield f"not committed: {line[3:]}"
    tagged = _git(root, "rev-list", "-n", "1", f"refs/tags/v{version}")
    if tagged and tagged != _git(root, "rev-parse", "HEAD"):
        yield f"the tag v{version} is of another commit"


def distributions(root, version):
    """The source distribution builds, the wheel is built from it, and PyPI takes both."""
    if not all(find_spec(name) for name in ("build", "twine", "cmarkgfm")):
        yield 'the distributions need other tools: python -m pip install build twine "readme_renderer[md]"'
        return
    with tempfile.TemporaryDirectory() as folder:
        words = _failure(sys.executable, "-m", "build", "--outdir", folder, root)
        if words is not None:
            yield f"python -m build fails: {words}"
            return
        made = sorted(Path(folder).iterdir())
        words = _failure(sys.executable, "-m", "twine", "check", "--strict", *made)
        if words is not None:
            yield f"twine check --strict fails: {words}"
        for file in made:
            if f"-{version}-" not in file.name and not file.name.endswith(f"-{version}.tar.gz"):
                yield f"{file.name} is of another version than {version}"
            if file.suffix == ".whl":
                yield from contents(file)


def contents(wheel):
    """A wheel is small, and has its licence and what type checkers and C programs read."""
    if wheel.stat().st_size > SIZE:
        yield f"{wheel.name} has {wheel.stat().st_size / 1e6:.2f} MB, above {SIZE / 1e6:.0f}"
    with zipfile.ZipFile(wheel) as file:
        names = file.namelist()
    for needed in ("fastact/py.typed", "fastact/__init__.pyi", "fastact/include/fastact.h", "LICENSE"):
        if not any(name.endswith(needed) for name in names):
            yield f"{wheel.name} lacks {needed}"


CHECKS = [versions, changelog, links, pythons, repository, distributions]


def problems(root, version, checks=CHECKS):
    """All that is wrong, as lines."""
    return [line for check in checks for line in check(root, version)]


def _listed(names):
    return ", ".join(sorted(names, key=_number)) or "none"


def _number(version):
    return [int(part) for part in version.split(".")]


def _git(root, *arguments):
    try:
        done = subprocess.run(["git", *arguments], cwd=root, capture_output=True, text=True)
    except OSError:
        return None
    return done.stdout.rstrip() if done.returncode == 0 else None


def _failure(*command):
    """The last lines that a command says where it fails, or None."""
    done = subprocess.run(list(map(str, command)), capture_output=True, text=True)
    if done.returncode == 0:
        return None
    return " / ".join((done.stdout + done.stderr).strip().splitlines()[-5:])


def main(arguments=None):
    parser = argparse.ArgumentParser(prog="python -m fastact.lab.check_release", description=__doc__.partition("\n")[0])
    parser.add_argument("version", help="for example 0.2.0")
    parser.add_argument("--no-build", action="store_true", help="leave the distributions out, which take minutes")
    options = parser.parse_args(arguments)
    if not re.fullmatch(r"\d+\.\d+\.\d+((a|b|rc)\d+)?", options.version):
        parser.error(f"the version must be of the form 1.2.3 or 1.2.3rc1, not {options.version}")
    if not (ROOT / "pyproject.toml").exists():
        parser.error(f"{ROOT} is not the project's tree: an installed fastact can not be released")
    lines = problems(ROOT, options.version, CHECKS[:-1] if options.no_build else CHECKS)
    print(*lines or [f"fastact {options.version} is ready to be released"], sep="\n")
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main())
