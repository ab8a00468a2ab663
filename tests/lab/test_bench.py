"""`bench` runs every regime and says what it found; two files are compared; the page is made from one.  No test of timings."""

import copy
import json
import time
from xml.etree import ElementTree

import numpy as np
import pytest

import fastact as fa
from fastact.__main__ import main
from fastact._core import ufuncs
from fastact.lab import bench, bench_calls, bench_fused, bench_table, peers, verify, write_benchmarks

TINY = ["--peers", "NumPy", "--peers", "SciPy", "--rounds", "2", "--seconds", "0", "--elements", "64"]
FIELDS = {
    "regime",
    "function",
    "dtype",
    "form",
    "shape",
    "size",
    "threads",
    "contender",
    "median_ns",
    "min_ns",
    "rounds",
    "ns_per_element",
    "ulp",
}


@pytest.fixture(scope="module")
def found(tmp_path_factory):
    """A run through every regime."""
    folder = tmp_path_factory.mktemp("bench")
    names = ["sigmoid", "elu", "prelu", "logit", "tanh", "softmax", "log_softmax", "swiglu", "bias_act_backward", "sparsemax"]
    assert main(["bench", *names, *TINY, "--json", str(folder / "f.json"), "--plot", str(folder / "f.png")]) == 0
    assert (folder / "f.png").read_bytes().startswith(b"\x89PNG")
    return json.loads((folder / "f.json").read_text())


def test_every_regime_has_its_lines(found):
    lines = found["results"]
    assert {line["regime"] for line in lines} == set(bench.REGIMES)
    assert all(set(line) == FIELDS for line in lines)
    assert all(0 < line["min_ns"] <= line["median_ns"] and line["rounds"] == 2 for line in lines)
    assert all(line["size"] == np.prod(line["shape"]) <= 64 for line in lines)
    contenders = {line["contender"] for line in lines}
    assert {
        "fastact",
        "NumPy",
        "SciPy",
        "formula",
        "copy, NumPy",
        "numpy.exp",
        "fastact, unfused",
        "NumPy, only sort",
    } <= contenders
    assert not contenders & set(peers.LIBRARIES) - {"NumPy", "SciPy"}
    for field in (
        "date",
        "processor",
        "cores",
        "load",
        "caches",
        "memory",
        "system",
        "fastact",
        "isa",
        "threads",
        "numpy",
        "peers",
    ):
        assert found["metadata"][field] is not None, field


def test_errors_stand_beside_the_speeds(found):
    known = {(line["function"], line["dtype"], line["contender"]): line["ulp"] for line in found["results"]}
    assert 0.5 <= known["logit", "float64", "SciPy"] < 10
    assert known["elu_backward_from_output", "float64", "fastact"] <= 3
    without = {who for (_, _, who), ulp in known.items() if ulp is None}
    assert without == {"numpy.exp", "copy, NumPy", "NumPy, only sort", "fastact, only softmax"}
    assert known["swiglu", "float32", "fastact"] <= 3 and known["bias_act_backward", "float32", "fastact, unfused"] <= 3


def test_the_cases_are_of_every_function():
    cases = list(bench.cases())
    timed = {case.function for case in cases if case.regime == "cache"}
    assert timed == {name for name in ufuncs.functions if not name.endswith(("_with_grad", "_grad_from_output"))}
    for regime, others in (("memory", ()), ("fresh", ()), ("small", bench_calls.ROWS)):
        assert {case.function for case in cases if case.regime == regime} == {*bench.ROWS, *others} <= set(fa.__all__)
    assert {case.function for case in cases if case.regime == "fused"} == set(bench_fused.ROWS) <= set(fa.__all__)
    assert len(cases) == len(set(cases))
    assert list(bench.cases(["relu"], ["cache", "cache"])) == list(bench.cases(["relu"], ["cache"]))


def test_a_slow_contender_sits_out_when_it_has_had_its_share(monkeypatch):
    case = next(bench.cases(["exponential"], ["cache"], 8))
    batch = bench.Call.batch
    slow = bench.Contender("NumPy", 1)
    monkeypatch.setattr(bench, "contenders", lambda case, libraries: [bench.Contender("fastact", 1), slow])
    monkeypatch.setattr(bench, "BATCH", 1)

    def batch_of(call, controller, number):
        if call is ready[slow]:
            time.sleep(0.02)
        return batch(call, controller, number)

    ready = bench.calls(case, [bench.Contender("fastact", 1), slow])
    monkeypatch.setattr(bench, "calls", lambda case, found: ready)
    monkeypatch.setattr(bench.Call, "batch", batch_of)
    found = bench.timed(case, (), 20, 0.1)
    assert len(found[bench.Contender("fastact", 1)]) >= bench.FEWEST > len(found[slow]) >= bench.SLOWEST


@pytest.mark.parametrize("library", [*peers.LIBRARIES, "formula"])
@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_the_calls_compute_the_function(library, dtype):
    rng = np.random.default_rng(0)
    x, dy = rng.uniform(0.05, 0.95, 64).astype(dtype), rng.standard_normal(64).astype(dtype)
    for name, prepare in peers.calls(library, dtype).items():
        if name in ("softmax", "log_softmax"):
            operands, parameters = [x], (-1,)
        else:
            row = next(row for row in ufuncs.activations if name.removeprefix(row.name) in bench.KINDS)
            operands = [dy, x] if "_backward" in name else [x]
            parameters = [value for _, value in verify.settings(verify.SUBJECTS[row.name], dtype)[0]]
        want = getattr(fa, name)(*operands, *parameters)
        for out in (None, np.empty_like(x)):
            with np.errstate(all="ignore"):
                np.testing.assert_allclose(prepare(operands, parameters, out)(), want, rtol=1e-4, atol=1e-6, err_msg=name)


@pytest.mark.parametrize("name", bench_fused.ROWS)
def test_the_contenders_of_a_fused_function_do_the_same(name):
    for case in bench.cases([name], ["fused"], 4096):
        operands = bench.operands(case)
        want = bench_fused.exact(name, operands)
        for contender in bench.contenders(case, peers.LIBRARIES):
            got = bench.Call(case, contender, operands).call()
            if bench_fused.PART not in contender.library:
                for one, exact in zip(bench_fused.results(got), want, strict=True):
                    assert one.shape == exact.shape
                    np.testing.assert_allclose(one, exact, rtol=1e-4, atol=1e-6, err_msg=str(contender))


def test_fitted_keeps_rows_whole_while_it_can():
    assert bench_fused.fitted((64, 512, 512), 2**20) == (4, 512, 512)
    assert bench_fused.fitted((256, 1000), 300) == (1, 300)
    assert bench_fused.fitted((256, 1000), 10**6) == (256, 1000)


def test_in_place_begins_with_the_same_numbers():
    case = next(bench.cases(["exponential"], ["memory"], 8))._replace(form="in place")
    call = bench.Call(case, bench.Contender("fastact", 1), [np.ones(8, np.float32)])
    for _ in range(3):
        call.reset()
        assert (call.call() == fa.exponential(np.ones(8, np.float32))).all()


def write(file, found):
    file.write_text(json.dumps(found))
    return str(file)


def test_compare_names_what_fell_beside_its_rivals(found, tmp_path, capsys):
    old, slow, clock = write(tmp_path / "old.json", found), copy.deepcopy(found), copy.deepcopy(found)
    for line in slow["results"]:
        if (line["regime"], line["function"], line["dtype"], line["contender"]) == ("cache", "sigmoid", "float32", "fastact"):
            line["min_ns"] *= 1.5
    for line in clock["results"]:
        line["min_ns"] *= 2
    assert main(["bench", "--compare", old, write(tmp_path / "slow.json", slow)]) == 1
    told = capsys.readouterr().out.splitlines()
    assert len(told) == 2 and told[0].startswith("cache: sigmoid float32") and "0.67 times" in told[0]
    assert all(main(["bench", "--regime", regime, "--compare", old, old]) == 0 for regime in bench.REGIMES)
    changes = write_benchmarks.changes(found, clock).values()
    assert {round(speed, 9) for speed, others in changes if others} == {1}
    assert {round(speed, 9) for speed, others in changes if not others} == {0.5}


def test_the_page_is_made_from_a_file_alone(found, tmp_path, monkeypatch):
    monkeypatch.setattr(write_benchmarks, "FOLDER", tmp_path)
    file = write(tmp_path / "found.json", found)
    made = []
    for _ in range(2):
        write_benchmarks.main([file])
        made.append({path.name: path.read_bytes() for path in tmp_path.rglob("*.*")})
    assert made[0] == made[1]
    page = made[0]["benchmarks.md"].decode()
    assert found["metadata"]["processor"] in page and found["metadata"]["date"] in page
    for regime in bench.REGIMES:
        assert f"## {regime.capitalize()}\n" in page and f"benchmarks-{regime}-float32.svg" in made[0]
        picture = ElementTree.fromstring(made[0][f"benchmarks-{regime}-float32.svg"])
        assert {"sigmoid", "elu", "softmax", "log_softmax"} & {word for text in picture.itertext() for word in text.split()}
    assert "| `prelu_backward` |" in page and "time/copy's" in page
    write_benchmarks.main([file, "--page", "other"])
    assert (tmp_path / "other.md").read_text() == page.replace("pictures/benchmarks-", "pictures/other-")
    assert (tmp_path / "pictures" / "other-cache-float32.svg").exists()


def line(contender, time, ulp):
    return {"contender": contender, "min_ns": time, "ulp": ulp, "threads": 1}


def test_a_rival_errs_no_more_than_a_few_units():
    lines = [line("fastact", 10, 1.5), line("wild", 5, 1e6), line("fair", 20, 5.5), line("slow", 30, 0.5)]
    assert write_benchmarks.rival(lines)["contender"] == "fair" and write_benchmarks.fastest(lines)["contender"] == "wild"
    assert write_benchmarks.cell(lines[1] | {"contender": "wild"}, lines[0]) == "**0.50** (1e6*)"
    part = line("NumPy, only sort", 5, None)
    assert write_benchmarks.fastest([part, *lines])["contender"] == "wild" and write_benchmarks.cell(part, lines[0]) == "0.50"


# ---- what is printed ---------------------------------------------------------------------------------------------------------


def test_every_contender_has_a_row_of_the_table(found):
    """Losses too, like all others, with their marks."""
    for lines in write_benchmarks.grouped(found["results"], write_benchmarks.case_of).values():
        _, table = bench_table.table(lines)
        columns = [list(column.cells) for column in table.columns]
        assert columns[0] == [line["contender"] for line in lines]
        own = write_benchmarks.ours(lines)
        assert columns[4] == [f"{line['min_ns'] / own['min_ns']:.2f}" for line in lines]
        assert columns[5] == [write_benchmarks.units(line["ulp"]) for line in lines]


def test_the_legend_has_what_occurs_and_no_more():
    lines = [line("fastact", 10, 1.5), line("formula", 5, 2.0), line("numpy.exp", 8, None)]
    lines = [one | dict(zip(write_benchmarks.CASE, ("small", "gelu", "float32", "new", 1, [1]))) for one in lines]
    assert list(bench_table.legend(lines, 10)) == ["ns", "ratio", "error", "new", "formula", "numpy.exp"]
    wild = [*lines, lines[1] | {"contender": "PyTorch", "ulp": 1e6}]
    assert list(bench_table.legend(wild, 10)) == ["ns", "ratio", "error", "new", "*", "formula", "numpy.exp"]
    *_, stars = bench_table.table([one | {"median_ns": one["min_ns"]} for one in wild])[1].columns
    assert list(stars.cells) == ["", "", "", "*"]


def test_tables_and_titles_fit_80_columns(monkeypatch, capsys):
    monkeypatch.setenv("COLUMNS", "80")
    names = ["softmax_cross_entropy_with_grad", "sigmoid_cross_entropy_with_grad", "softmax_merge", "sparsemax"]
    assert main(["bench", *names, "--regime", "fused", *TINY]) == 0
    told = capsys.readouterr().out.splitlines()
    assert max(map(len, told)) <= 80
    titles = [text for text in told if text.startswith("fused: ")]
    assert "fused: softmax_cross_entropy_with_grad float32, 1 x 64, one thread" in titles
    assert all(titles.count(title) == 1 for title in titles if "softmax_merge" in title)
    assert any(text.startswith("fastact, only logsumexp  ") for text in told), "names are whole"
    assert "Legend" in told and any(text.startswith(", only") for text in told)


def test_compare_tells_of_what_was_asked_for(found, tmp_path, capsys):
    old, slow = write(tmp_path / "old.json", found), copy.deepcopy(found)
    for one in slow["results"]:
        one["min_ns"] *= 1 + (one["contender"] == "fastact" and one["regime"] == "softmax")
    new = write(tmp_path / "new.json", slow)
    assert main(["bench", "sigmoid", "--compare", old, new]) == 0
    assert main(["bench", "--regime", "cache", "--compare", old, new]) == 0
    assert main(["bench", "softmax", "--regime", "softmax", "--compare", old, new]) == 1
    assert all(": softmax float" in text for text in capsys.readouterr().out.splitlines() if text.startswith("softmax"))
