"""Stored results are by processor and instruction set; the pages and the README's section are made from these alone."""

import json
import os
from xml.etree import ElementTree

import pytest
from subprocesses import interpreter

from fastact._core import ufuncs
from fastact.lab import processors, write_benchmarks
from fastact.lab.bench import isa, results, summary

README = "# Title\n\n<!-- Written by python -m fastact.lab.write_benchmarks. -->\nold\n<!-- As far as here. -->\n\nThe end.\n"


# Results of each sort that pages tell apart: a case, and its contenders' times and errors; those of PyTorch are of speed 1.
CASES = {
    ("cache", "gelu", "float32", "out", (65536,)): {"fastact": (65536, 1.0), "PyTorch": (131072, 1e6), "formula": (2e5, 2.0)},
    ("cache", "relu", "float32", "out", (65536,)): {"fastact": (6000, 0), "PyTorch": (5400, 0), "ONNX Runtime": (1, 0)},
    ("memory", "relu", "float32", "out", (2**25,)): {"fastact": (1e7, 0), "PyTorch": (2e7, 0), "copy, NumPy": (5e6, None)},
    ("fresh", "relu", "float32", "new", (2**24,)): {
        "fastact": (1e7, 0),
        "fastact, pooled": (4e6, 0),
        "formula": (2e7, 0),
        "touch, NumPy": (5e6, None),
    },
    ("small", "relu", "float32", "new", (1,)): {"fastact": (400, 0), "numpy.exp": (410, None)},
    ("small", "elu", "float32", "explicit", (1,)): {"fastact": (700, 0), "numpy.exp": (350, None)},
}


def lines_of(case, contenders, threads=1, speed=1.0):
    head = dict(zip(results.CASE, case)) | {"shape": list(case[-1])}
    for contender, (time, ulp) in contenders.items():
        time = float(time) * (speed if contender == "PyTorch" else 1)
        yield head | {
            "contender": contender,
            "threads": threads,
            "min_ns": time,
            "median_ns": time,
            "rounds": 5,
            "ulp": ulp,
        }


def found(processor, kind, speed=1.0, **metadata):
    lines = [line for case, contenders in CASES.items() for line in lines_of(case, contenders, speed=speed)]
    for threads, time in ((1, 2e6), (2, 1e6)):
        lines += lines_of(("threads", "gelu", "float32", "out", (2**21,)), {"fastact": (time, 1)}, threads)
    about = {
        "date": "2026-11-27",
        "processor": processor,
        "cores": 2,
        "load": 0.5,
        "caches": {"L1": 32768},
        "memory": 2**34,
        "system": "Linux x86_64, glibc 2.36",
        "python": "3.11.7",
        "fastact": "0.1.0",
        "isa": kind,
        "threads": 2,
        "numpy": "2.4.6",
        "peers": {"PyTorch": "2.13.0", "NumPy": "2.4.6"},
        "points": 8192,
    }
    return {"metadata": about | metadata, "results": lines}


@pytest.fixture
def root(tmp_path, monkeypatch):
    monkeypatch.setattr(write_benchmarks, "ROOT", tmp_path)
    (tmp_path / "README.md").write_text(README)
    return tmp_path


def put(file, one):
    file.write_text(results.text_of(one))
    return str(file)


def test_files_are_stored_by_processor_and_isa_and_pages_show_all(root):
    first, second = found("AMD EPYC (Zen 4)", "avx512"), found("Intel Xeon (Ice Lake)", "avx512", 1.5)
    third = found("AMD EPYC (Zen 4)", "avx2", 2.0, **{"not held": {"ONNX Runtime": "it chooses by the processor alone"}})
    given = [put(root / f"{k}.json", one) for k, one in enumerate((first, second, third))]
    made = []
    for files in (given, [], given[:1]):  # stored results are enough
        write_benchmarks.main(files)
        made.append({str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*.*") if path.is_file()})
    assert made[0] == made[1] == made[2]
    slugs = ["amd-epyc-zen-4-avx512", "intel-xeon-ice-lake-avx512", "amd-epyc-zen-4-avx2"]
    assert sorted(slugs) == sorted(path.stem for path in (root / "docs" / "benchmarks").glob("*.json"))
    page = made[0]["docs/benchmarks.md"].decode()
    assert [page.index(f"](benchmarks/{slug}.md)") for slug in slugs] == sorted(
        page.index(f"](benchmarks/{slug}.md)") for slug in slugs
    )
    assert (
        "| `gelu` | 1: 2.00 PyTorch*, 3.05 formula | 1: 3.00 PyTorch*, 3.05 formula | 1: 3.05 formula | 2.00 to 3.05 |" in page
    )
    assert "| `relu` | 0.0916: **0.90** PyTorch |" in page and "| `gelu` | 2097152 | 2.00 | 2.00 | 2.00 | 2.00 |" in page
    own = made[0]["docs/benchmarks/amd-epyc-zen-4-avx2.md"].decode()
    assert "Not held to AVX2: ONNX Runtime (it chooses by the processor alone)." in own and "time/plain loop's" in own
    picture = ElementTree.fromstring(made[0]["docs/pictures/amd-epyc-zen-4-avx2-cache-float32.svg"])
    assert "gelu" in {word for text in picture.itertext() for word in text.split()}


def test_the_overview_and_the_readme_quote_ranges_over_processors(root):
    given = (
        found("AMD EPYC (Zen 4)", "avx512"),
        found("Intel Xeon (Ice Lake)", "avx512", 1.5),
        found("AMD EPYC (Zen 3)", "avx2"),
    )
    write_benchmarks.main([put(root / f"{k}.json", one) for k, one in enumerate(given)])
    text = (root / "README.md").read_text()
    assert text.startswith("# Title\n\n<!--") and text.endswith("-->\n\nThe end.\n") and "old" not in text
    assert "| float32 | AVX-512: ns | PyTorch | ONNX Runtime | NumPy | AVX2: ns |" in text
    assert "| gelu | 1 | 2.00 to 3.00* |  | 3.05 | 1 | 2.00* |  | 3.05 |" in text and "plain loop" not in text
    text = (root / "docs" / "benchmarks.md").read_text()
    assert "| 64 K float32 in cache | AVX-512: ns | PyTorch | ONNX Runtime | NumPy | AVX2: ns |" in text
    assert "| gelu | 1 | 2.00 to 3.00* |  | 3.05 | 1 | 2.00* |  | 3.05 |" in text
    assert "| relu | 0.0916 | **0.90 to 1.35** | **0.00** |  |" in text
    assert "| relu | 0.298 | 2.00 to 3.00 | 0.50 | 0.298 | 2.00 | 0.50 |" in text, "a plain loop is no rival"
    assert "| relu, 16 M float32, pooled | 0.238 | 5.00 | 1.25 |" in text
    assert "takes 0.98 times as long as `numpy.exp`; with parameters, 2.00 times." in text


def test_files_of_one_processor_are_joined_if_their_versions_agree(root, capsys):
    whole = found("AMD EPYC (Zen 4)", "avx512")
    later = found("AMD EPYC (Zen 4)", "avx512", 3.0, date="2026-11-28", peers={"SciPy": "1.17.1"}, load=2.0)
    later["results"] = later["results"][:3]
    one = write_benchmarks.joined([whole, later])
    assert one["metadata"]["date"] == "2026-11-27, 2026-11-28" and one["metadata"]["load"] == 2.0
    assert set(one["metadata"]["peers"]) == {"PyTorch", "NumPy", "SciPy"} and len(one["results"]) == len(whole["results"])
    assert results.peer(one["results"][:3])["contender"] == "formula", "the later one counts"
    other = found("AMD EPYC (Zen 4)", "avx512", peers={"PyTorch": "2.14.0"})
    with pytest.raises(SystemExit):
        write_benchmarks.main([put(root / "a.json", whole), put(root / "b.json", other)])
    assert capsys.readouterr().err.endswith("cannot be joined: PyTorch 2.13.0 and 2.14.0\n")


def test_the_pages_and_the_readme_are_those_of_the_stored_results():
    root = write_benchmarks.ROOT
    stored = write_benchmarks.stored(root / "docs" / "benchmarks")
    assert all(write_benchmarks.slug_of(one) == slug for slug, one in stored.items())
    texts, pictures = write_benchmarks.written(stored, (root / "README.md").read_text())
    for place, text in texts.items():
        assert (root / place).read_text() == text, f"{place}: python -m fastact.lab.write_benchmarks"
    assert {path.name for path in (root / "docs" / "pictures").iterdir()} == set(pictures)
    assert {path.stem for path in (root / "docs" / "benchmarks").iterdir()} == set(stored)


def test_a_ratio_is_bold_where_it_is_a_loss():
    own = {"contender": "fastact", "min_ns": 10.0, "ulp": 1.5}
    assert write_benchmarks.cell({"contender": "wild", "min_ns": 5.0, "ulp": 1e6}, own) == "**0.50** (1e6*)"
    assert write_benchmarks.cell({"contender": "NumPy, only sort", "min_ns": 5.0, "ulp": None}, own) == "0.50"
    assert (
        summary.spread([1.231, 1.234]) == "1.23"
        and summary.spread([9.99, 10.2, 3]) == "3.00 to 10"
        and summary.spread([]) == ""
    )


# ---- what a processor is called ---------------------------------------------------------------------------------------------

AMD, INTEL = "AuthenticAMD", "GenuineIntel"


@pytest.mark.parametrize(
    "vendor, family, model, stepping, text, name",
    [
        (AMD, 23, 49, 0, "AMD EPYC 7R32", "AMD EPYC 7R32 (Zen 2)"),
        (AMD, 25, 1, 1, "AMD EPYC", "AMD EPYC (Zen 3)"),
        (AMD, 25, 17, 1, "AMD EPYC 9654 96-Core Processor", "AMD EPYC 9654 (Zen 4)"),
        (AMD, 25, 33, 0, "AMD Ryzen 9 5950X 16-Core Processor", "AMD Ryzen 9 5950X (Zen 3)"),
        (AMD, 26, 2, 1, "AMD EPYC", "AMD EPYC (Zen 5)"),
        (AMD, 99, 2, 1, "AMD EPYC", "AMD EPYC"),
        (INTEL, 6, 85, 4, "Intel(R) Xeon(R) CPU @ 2.00GHz", "Intel Xeon (Skylake-X)"),
        (INTEL, 6, 85, 7, "Intel(R) Xeon(R) CPU @ 2.80GHz", "Intel Xeon (Cascade Lake)"),
        (INTEL, 6, 85, 11, "Intel(R) Xeon(R) CPU", "Intel Xeon (Cooper Lake)"),
        (INTEL, 6, 106, 6, "Intel(R) Xeon(R) Platinum 8375C CPU @ 2.90GHz", "Intel Xeon Platinum 8375C (Ice Lake)"),
        (INTEL, 6, 143, 8, "Intel(R) Xeon(R) Processor", "Intel Xeon (Sapphire Rapids)"),
    ],
)
def test_a_processor_is_called_by_its_maker_and_its_microarchitecture(vendor, family, model, stepping, text, name):
    entries = {
        "vendor_id": vendor,
        "cpu family": str(family),
        "model": str(model),
        "stepping": str(stepping),
        "model name": text,
    }
    assert processors.name(entries) == name


def test_a_processor_without_a_name_is_called_by_what_is_known():
    assert processors.name({"CPU implementer": "0x41", "CPU part": "0xd40"}) == "Neoverse V1"
    assert processors.name({}) and processors.name()
    assert processors.slug("AMD EPYC (Zen 4)", "avx512") == "amd-epyc-zen-4-avx512"


# ---- an instruction set for all ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ufuncs.isas)
def test_bench_holds_itself_and_numpy_to_an_isa(kind, tmp_path):
    file = tmp_path / "f.json"
    options = ["--peers", "NumPy", "--rounds", "2", "--seconds", "0", "--elements", "64", "--json", str(file)]
    done = interpreter("-m", "fastact", "bench", "relu", "--regime", "cache", "--isa", kind, *options)
    assert done.returncode == 0 and "cannot be held" not in done.stdout, done.stderr
    metadata = json.loads(file.read_text())["metadata"]
    assert (metadata["isa"], metadata["not held"]) == (kind, {})


@pytest.mark.skipif(len(ufuncs.isas) < 2, reason="needs a processor with two instruction sets")
def test_what_cannot_be_held_is_told():
    kind = ufuncs.isas[1]
    assert "it chooses by the processor" in isa.not_held(kind, ("ONNX Runtime",))["ONNX Runtime"]
    assert isa.not_held(ufuncs.isas[0], ("ONNX Runtime", "JAX")) == {}
    before = dict(os.environ)
    assert isa.environment(kind)["FASTACT_ISA"] == kind and dict(os.environ) == before


def test_a_process_that_is_held_does_not_begin_anew(monkeypatch):
    begun = []
    monkeypatch.setattr(os, "execve", lambda *arguments: begun.append(arguments))
    kind = ufuncs.isas[-1]
    isa.begin_anew(kind, ["bench", "--isa", kind])
    ((_, command, variables),) = begun
    assert command[1:] == ["-m", "fastact", "bench", "--isa", kind] and variables["FASTACT_ISA"] == kind
    for name, value in isa.environment(kind).items():
        monkeypatch.setenv(name, value)
    isa.begin_anew(kind, [])
    assert len(begun) == 1
