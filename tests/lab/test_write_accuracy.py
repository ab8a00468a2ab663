"""docs/accuracy.md and the stated bounds from what `verify --json` has found: how they are rounded, what the tables say."""

import json

import pytest

from fastact.__main__ import main
from fastact._core import error_bounds, ufuncs
from fastact.lab import write_accuracy

METADATA = {
    "date": "2026-01-31",
    "fastact": "9.8.7",
    "numpy": "2.9.1",
    "peers": {},
    "processor": "Some Processor",
    "points": 1000,
    "settings": 32,
}


def line(function, dtype, place, ulp, exhaustive=False, x=0.1, **parameters):
    """One entry of the results of a file, as far as the document reads it."""
    return {
        "function": function,
        "dtype": dtype,
        "place": place,
        "exhaustive": exhaustive,
        "ulp": ulp,
        "at": {"x": x} | parameters,
    }


def lines(function, fma, baseline, **kwargs):
    """In both types, on an ISA of either kind."""
    places = (("avx2", fma), ("sse2", baseline))
    return [line(function, dtype, place, ulp, **kwargs) for dtype in write_accuracy.DTYPES for place, ulp in places]


def documented(tmp_path, *files):
    """The text and the numbers of files with so much metadata and such results."""
    paths = []
    for k, (metadata, results) in enumerate(files):
        paths.append(tmp_path / f"{k}.json")
        paths[-1].write_text(json.dumps({"metadata": METADATA | metadata, "results": results}))
    text, numbers = write_accuracy.document(*write_accuracy.read(paths))
    return text, json.loads(numbers)


def rows_of(text, heading):
    """The cells of the table below a heading, by the function."""
    part = text.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    rows = [[cell.strip() for cell in row.split("|")[1:-1]] for row in part.splitlines() if row.startswith("| `")]
    return {row[0].strip("`"): row[1:] for row in rows}


@pytest.mark.parametrize(
    "ulp, exhaustive, bound",
    [
        (0, True, 0),
        (0, False, 0),
        (0.5, True, 0.5),
        (0.50000001, True, 0.5),
        (0.50001, True, 0.6),
        (0.59, True, 0.6),
        (0.6, True, 0.6),
        (0.5, False, 0.6),
        (0.54, False, 0.6),
        (0.55, False, 0.7),
        (0.001, False, 0.1),
        (2.04, True, 2.1),
        (2.0, False, 2.2),
        (2.04, False, 2.3),
        (12345.6, True, 12345.6),
    ],
)
def test_a_bound_is_the_next_tenth_with_a_slack_where_it_is_of_a_sample(ulp, exhaustive, bound):
    assert write_accuracy.bound({"ulp": ulp, "exhaustive": exhaustive, "at": {"x": 1.0}}) == bound


@pytest.mark.parametrize(
    "kind, ulp, bound", [("elementwise", 1.0, 1.1), ("rows", 1.11, 1.7), ("rows", 0.5, 0.6), ("rows", 0, 0)]
)
def test_the_slack_is_wider_where_there_is_more_to_try(kind, ulp, bound):
    line = {"ulp": ulp, "exhaustive": False, "kind": kind, "at": {"x": 1.0, "alpha": 2.0}}
    assert write_accuracy.bound(line) == bound


@pytest.mark.parametrize("first, second", [(0, 1), (1, 0)])
def test_the_worst_and_the_largest_bound_may_be_of_different_results(first, second):
    """A sweep found 1.09, which is 1.1; a sample 1.06, which may be 1.11."""
    found = [line("elu", "float32", "avx2", 1.09, True), line("elu", "float32", "avx512", 1.06)]
    worst = write_accuracy.worst([found[first], found[second]], error_bounds.CLASSES.get)
    assert worst == {"elu": {"float32": {"fma": (found[0], 1.2, False)}}}


def test_what_was_tried_in_full_needs_no_sample():
    """But where a parameter has other values, and on an ISA that was not swept."""
    found = [line("relu", "float32", "avx2", 1.09, True), line("relu", "float32", "avx2", 1.06)]
    assert write_accuracy.worst(found, error_bounds.CLASSES.get)["relu"]["float32"]["fma"] == (found[0], 1.1, True)
    found.append(line("relu", "float32", "avx512", 1.06))
    assert write_accuracy.worst(found, error_bounds.CLASSES.get)["relu"]["float32"]["fma"] == (found[0], 1.2, False)
    found = [one | {"function": "elu"} for one in found[:2]]
    assert write_accuracy.worst(found, error_bounds.CLASSES.get)["elu"]["float32"]["fma"] == (found[0], 1.2, False)


def test_slack_alone_exceeds_no_contract():
    for ulp, bound in ((3.45, 3.5), (3.5, 3.5), (3.51, 3.9)):
        found = [line("swiglu", "float32", "avx2", ulp, beta=1.0)]
        assert write_accuracy.worst(found, error_bounds.CLASSES.get)["swiglu"]["float32"]["fma"][1] == bound


def test_every_isa_is_of_its_kind(tmp_path):
    assert set(ufuncs.isas) <= set(error_bounds.CLASSES)
    ulps = {"avx512": 1.0, "avx2": 2.0, "neon": 3.0, "sse2": 4.0}
    found = [line("relu", dtype, place, ulp, True) for dtype in write_accuracy.DTYPES for place, ulp in ulps.items()]
    _, numbers = documented(tmp_path, ({}, found))
    assert numbers == {"relu": {dtype: {"fma": 3.0, "baseline": 4.0, "exhaustive": True} for dtype in ("float32", "float64")}}


def test_bounds_are_in_the_order_of_the_functions_a_line_each(tmp_path):
    found = lines("tanh", 1, 2) + lines("relu_grad", 0, 0) + lines("relu", 0, 0)
    _, numbers = write_accuracy.document([METADATA], [one | {"sample": 9} for one in found])
    assert [row.partition(":")[0] for row in numbers.splitlines()] == ["{", '"relu"', '"relu_grad"', '"tanh"', "}"]
    kinds = '{"fma": 1.1, "baseline": 2.2, "exhaustive": false}'
    assert numbers.splitlines()[3] == f'"tanh": {{"float32": {kinds}, "float64": {kinds}}}'


def test_the_tables_say_the_worst_the_bound_and_where_it_is(tmp_path):
    """Arguments as the type prints them, and none where there is no error."""
    found = lines("elu", 1.23456, 0.5, x=0.10000000149011612, alpha=1.0) + lines("relu", 0, 0)
    text, _ = documented(tmp_path, ({}, found))
    assert rows_of(text, "With FMA") == {
        "relu": ["0.000", "0", "", "", "0.000", "0", ""],
        "elu": ["1.235", "1.4", "", "0.1, alpha=1.0", "1.235", "1.4", "0.10000000149011612, alpha=1.0"],
    }
    assert rows_of(text, "Without FMA")["elu"][:2] == ["0.500", "0.6"]
    assert list(rows_of(text, "With FMA")) == ["relu", "elu"]
    assert "\n## Others" not in text


def test_proven_is_said_where_all_arguments_were_tried_on_every_isa(tmp_path):
    sampled = lines("relu", 1, 1) + lines("elu", 1, 1)
    swept = [line(f, "float32", place, 1.0, True) for f in ("relu", "elu") for place in ("avx2", "sse2")]
    text, numbers = documented(tmp_path, ({}, sampled + swept))
    for heading in ("With FMA", "Without FMA"):
        assert {name: row[2] for name, row in rows_of(text, heading).items()} == {"relu": "all", "elu": ""}
    told = {name: {dtype: one["exhaustive"] for dtype, one in by.items()} for name, by in numbers.items()}
    assert told == {"relu": {"float32": True, "float64": False}, "elu": {"float32": False, "float64": False}}
    text, numbers = documented(tmp_path, ({}, sampled + swept[:1]))
    assert not numbers["relu"]["float32"]["exhaustive"]
    assert [rows_of(text, heading)["relu"][2] for heading in ("With FMA", "Without FMA")] == ["all", ""]


def test_files_are_joined_and_the_largest_sample_is_told(tmp_path):
    """A date and a processor that all files share stand there once."""
    other = {"date": "2026-02-01", "points": 50, "settings": 8}
    files = ({}, lines("relu", 0, 0)), ({}, lines("elu", 1, 1)), (other, lines("tanh", 1, 1))
    text, numbers = documented(tmp_path, *files)
    assert list(numbers) == ["relu", "elu", "tanh"]
    words = " ".join(text.split())
    assert words.count("2026-01-31 (fastact 9.8.7, NumPy 2.9.1, Some Processor)") == words.count("2026-02-01") == 1
    assert "Up to 1000 arguments were drawn of a function" in words


def test_paragraphs_are_filled_and_tables_are_not(tmp_path):
    text, _ = documented(tmp_path, ({}, lines("elu", 1, 1, x=0.1, alpha=1.0)))
    assert all(len(row) <= 120 for row in text.splitlines() if not row.startswith("|"))
    assert not any(row.endswith(" ") for row in text.splitlines()) and "{" not in text


def test_others_are_compared_where_they_have_the_function(tmp_path):
    libraries = {"PyTorch": "2.9.0", "SciPy": "1.20.1"}
    found = lines("sigmoid", 1.5, 1.6) + lines("elu", 0.9, 0.9) + lines("relu", 0, 0)
    for dtype in write_accuracy.DTYPES:
        found += [
            line("sigmoid", dtype, "PyTorch", 2.5),
            line("sigmoid", dtype, "SciPy", 123.456),
            line("elu", dtype, "PyTorch", 1e6),
        ]
    text, numbers = documented(tmp_path, ({"peers": libraries, "points": 70}, found))
    part = text.partition("\n## Others\n")[2]
    assert "PyTorch 2.9.0, SciPy 1.20.1" in part and "samples of 70 arguments" in " ".join(part.split())
    heads = next(row for row in part.splitlines() if row.startswith("| function"))
    assert [cell.strip() for cell in heads.split("|")[2:-1]] == [
        f"{dtype}: {place}" for dtype in write_accuracy.DTYPES for place in ("fastact", *libraries)
    ]
    assert rows_of(text, "Others") == {
        "elu": ["0.9", "1e+06", "", "0.9", "1e+06", ""],
        "sigmoid": ["1.5", "2.5", "123", "1.5", "2.5", "123"],
    }
    assert numbers["sigmoid"]["float64"] == {"fma": 1.7, "baseline": 1.8, "exhaustive": False}


def test_all_files_are_written_and_added_to(tmp_path, monkeypatch):
    """Into a folder that is made; what is read back are the bounds of every ISA.  The largest errors are kept, of a row its
    length."""
    monkeypatch.setattr(write_accuracy, "DOCUMENT", tmp_path / "docs" / "accuracy.md")
    monkeypatch.setattr(error_bounds, "FILE", tmp_path / "bounds.json")
    file, kept = tmp_path / "found.json", tmp_path / "docs" / "accuracy.json"
    row = line("softmax", "float32", "avx2", 1.0) | {"at": {"element": 2, "x": [0.5] * 9}}
    rows = [row, row | {"place": "sse2"}, row | {"dtype": "float64"}, row | {"dtype": "float64", "place": "sse2"}]
    results = (
        lines("elu", 1.0, 2.0)
        + lines("elu_grad", 0.5, 0.5)
        + rows
        + [line("elu_backward", "float32", "avx2", 0) | {"kind": "same bits"}]
    )
    file.write_text(json.dumps({"metadata": METADATA, "results": results}))
    for files in ([file], [file], [kept], [kept, file]):
        write_accuracy.main([*map(str, files)])
        stated = json.loads(error_bounds.FILE.read_text())
        assert stated["elu"]["float32"] == {"fma": 1.1, "baseline": 2.2, "exhaustive": False}
        assert list(stated) == ["elu", "elu_grad", "softmax"]
        text = write_accuracy.DOCUMENT.read_text()
        assert text.startswith("# Accuracy\n\nThis page is made by ")
        assert "element 2, x of 9" in text and text.count("2026-01-31") == 1
    monkeypatch.setattr(error_bounds, "STATED", stated)
    assert [error_bounds.of("elu", "float64", isa) for isa in ("avx512", "avx2", "neon", "sse2")] == [1.1, 1.1, 1.1, 2.2]
    file.write_text(
        json.dumps({"metadata": METADATA | {"date": "2026-02-01"}, "results": [line("elu", "float32", "avx2", 1.3)]})
    )
    write_accuracy.main([str(kept), str(file)])
    assert json.loads(error_bounds.FILE.read_text())["elu"]["float32"]["fma"] == 1.5
    assert len(json.loads(kept.read_text())["metadata"]) == 2
    file.write_text(json.dumps({"metadata": METADATA, "results": lines("elu", 0.5, 0.5)}))
    write_accuracy.main([str(kept), str(file), "--forget", "elu"])
    assert json.loads(error_bounds.FILE.read_text())["elu"]["float32"]["fma"] == 0.6


@pytest.mark.parametrize(
    "exhaustive, words",
    [
        (
            True,
            "at most 1.1 units in the last place in float32 (proven for all arguments) and 1.2 in float64 "
            "(the largest error seen)",
        ),
        (False, "at most 1.1 units in the last place in float32 and 1.2 in float64 (the largest errors seen)"),
    ],
)
def test_bounds_in_words(exhaustive, words, monkeypatch):
    single = {"fma": 1.1, "baseline": 2.1, "exhaustive": exhaustive}
    double = {"fma": 1.2, "baseline": 1.2, "exhaustive": False}
    monkeypatch.setattr(error_bounds, "STATED", {"elu": {"float32": single, "float64": double}})
    assert error_bounds.describe("elu") == f"{words}; without FMA at most 2.1 in float32 and 1.2 in float64"
    single["baseline"] = 1.1
    assert error_bounds.describe("elu") == words
    assert error_bounds.describe("elu", "epsilons") == words.replace("units in the last place", "epsilons")
    assert error_bounds.describe("relu") == "not yet measured"


@pytest.mark.skipif(
    len({error_bounds.CLASSES[isa] for isa in ufuncs.isas}) < 2, reason="a document needs an ISA of either kind"
)
def test_what_verify_finds_makes_a_document(tmp_path):
    file = tmp_path / "found.json"
    assert main(["verify", "celu", "sigmoid", "log_softmax", "--points", "300", "--peers", "--json", str(file)]) == 0
    (metadata,), results = write_accuracy.read([file])
    text, numbers = write_accuracy.document([metadata], results)
    stated = json.loads(numbers)
    subjects = [f"{name}{suffix}" for name in ("celu", "sigmoid") for suffix in ("", "_grad", "_grad_from_output")]
    subjects += ["log_softmax", "softmax", "logsumexp"]  # which long rows go through, too
    assert set(stated) == set(rows_of(text, "With FMA")) == set(rows_of(text, "Without FMA")) == set(subjects)
    for one in results:
        if one["place"] in ufuncs.isas:
            function = one["function"].split()[0]
            assert one["ulp"] <= stated[function][one["dtype"]][error_bounds.CLASSES[one["place"]]]
    assert metadata["date"] in text and metadata["processor"] in text
    if "SciPy" in metadata["peers"]:
        assert f"SciPy {metadata['peers']['SciPy']}" in text and "sigmoid" in rows_of(text, "Others")


def test_a_tiny_error_of_a_sweep_is_no_bound_below_zero():
    assert str(write_accuracy.bound({"exhaustive": True, "ulp": 1e-7, "at": {"x": 1.0}})) == "0.0"


def test_a_peer_with_one_dtype_has_an_empty_cell_in_the_other():
    ours = {"elu": {dtype: {"fma": ({"ulp": 0.5}, 0.5, False)} for dtype in write_accuracy.DTYPES}}
    table = write_accuracy.comparison(ours, {"elu": {"float32": {"PyTorch": ({"ulp": 2.0}, 2.0, False)}}}, ["PyTorch"])
    assert table.splitlines()[-1] == "| `elu` | 0.5 | 2 | 0.5 |  |"
