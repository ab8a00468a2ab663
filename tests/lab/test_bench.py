"""`bench` runs every regime and says what it found; two files are compared.  No test of timings."""

import copy
import json
import time

import numpy as np
import pytest

import fastact as fa
from fastact.__main__ import main
from fastact._core import ufuncs
from fastact.lab import peers, verify
from fastact.lab.bench import cases, contenders, errors, fused, networks, results, small, table

TINY = ["--peers", "NumPy", "--peers", "SciPy", "--rounds", "2", "--seconds", "0", "--elements", "64"]


@pytest.fixture(scope="module")
def found(tmp_path_factory):
    """A run through every regime."""
    folder = tmp_path_factory.mktemp("bench")
    names = ["sigmoid", "elu", "prelu", "logit", "tanh", "softmax", "log_softmax", "swiglu", "bias_act_backward", "sparsemax"]
    names += ["epoch", "predict", "SGD", "batch_norm", "scipy.softmax"]
    assert main(["bench", *names, *TINY, "--json", str(folder / "f.json"), "--plot", str(folder / "f.png")]) == 0
    assert (folder / "f.png").read_bytes().startswith(b"\x89PNG")
    return results.load(folder / "f.json")


def test_every_regime_has_its_lines(found):
    lines = found["results"]
    assert {line["regime"] for line in lines} == set(cases.REGIMES)
    assert all(0 < line["min_ns"] <= line["median_ns"] and line["rounds"] == 2 for line in lines)
    assert all(results.size_of(line) <= 64 for line in lines)
    contenders = {line["contender"] for line in lines}
    assert {
        "fastact",
        "NumPy",
        "SciPy",
        "formula",
        "fastact, pooled",
        "fastact, into out=",
        "copy, NumPy",
        "rewrite, NumPy",
        "touch, NumPy",
        "numpy.exp",
        "fastact, unfused",
        "NumPy, only sort",
        "fastact, only products",
        "fastact, only streams",
        "fastact, new arrays",
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
        "blas",
    ):
        assert found["metadata"][field] is not None, field


def test_errors_stand_beside_the_speeds(found):
    known = {(line["function"], line["dtype"], line["contender"]): line["ulp"] for line in found["results"]}
    assert 0.5 <= known["logit", "float64", "SciPy"] < 10
    assert known["elu_backward_from_output", "float64", "fastact"] <= 3
    without = {who for (_, _, who), ulp in known.items() if ulp is None}
    scales = {"numpy.exp", "copy, NumPy", "rewrite, NumPy", "touch, NumPy"}
    parts = {"fastact, only products", "fastact, only streams", "fastact, only copy", "fastact, new arrays", "fastact"}
    parts |= {networks.SINGLE, "SciPy"}  # the last in the regime `backends`
    assert without == scales | parts | {"NumPy, only sort", "fastact, only softmax"}
    assert known["swiglu", "float32", "fastact"] <= 3 and known["bias_act_backward", "float32", "fastact, unfused"] <= 3


def test_the_cases_are_of_every_function():
    every = list(cases.cases())
    timed = {case.function for case in every if case.regime == "cache"}
    assert timed == {name for name in ufuncs.functions if not name.endswith(("_with_grad", "_grad_from_output"))}
    for regime, others in (("memory", ("silu_backward", "gelu_backward")), ("fresh", ()), ("small", small.ROWS)):
        assert {case.function for case in every if case.regime == regime} == {*cases.ROWS, *others} <= set(fa.__all__)
    assert {case.function for case in every if case.regime == "fused"} == set(fused.ROWS) <= set(fa.__all__)
    assert len(every) == len(set(every))
    assert list(cases.cases(["relu"], ["cache", "cache"])) == list(cases.cases(["relu"], ["cache"]))


def test_some_cases_have_more_sizes_and_types():
    every = {(case.regime, case.function, case.dtype, case.size) for case in cases.cases()}
    for name in ("relu", "sigmoid", "silu", "gelu", "tanh"):
        assert {("cache", name, dtype, 2**16) for dtype in ("float16", "bfloat16")} <= every
    for name in ("relu", "sigmoid", "silu", "gelu"):
        assert {("fresh", name, "float32", 2**22), ("fresh", name, "float64", 2**22)} <= every
    assert all(("threads", name, "float32", 2**21) in every for name in ("gelu", "mish", "tanh"))


def test_the_memory_alone_stands_beside_what_it_limits():
    beside = {
        case.regime + case.form: {one.library for one in contenders.contenders(case, ("NumPy",))} - {"fastact", "formula"}
        for case in cases.cases(["relu"], ["memory", "fresh"], 8)
    }
    assert beside == {
        "memoryout": {"copy, NumPy"},
        "memoryin place": {"rewrite, NumPy"},
        "freshnew": {"touch, NumPy", "fastact, pooled", "fastact, into out="},
    }


def test_the_memory_alone_is_copied_rewritten_and_touched():
    x = np.arange(5000, dtype=np.float32)
    installed = {"NumPy", *peers.LIBRARIES}
    for library in installed & peers.SCALES["copy"].keys():
        out = np.empty_like(x)
        peers.SCALES["copy"][library](2, x, out)()
        assert (out == x).all()
    for library in installed & peers.SCALES["rewrite"].keys():
        y = x.copy()
        peers.SCALES["rewrite"][library](2, y, y)()
        assert (y == -x).all()
    assert len(peers.SCALES["touch"]["NumPy"](2, x, None)()) == 2


@pytest.mark.parametrize("dtype", cases.HALVES)
def test_types_of_two_bytes_have_peers_and_errors(dtype):
    pytest.importorskip("torch")
    for name in cases.IN_HALVES:
        case = next(case for case in cases.cases([name], ["cache"], 64) if case.dtype == dtype)
        assert [one.library for one in contenders.contenders(case, peers.LIBRARIES)] == ["fastact", "PyTorch"]
        x = contenders.operands(case)
        ours, theirs = (call.call() for call in contenders.calls(case, contenders.contenders(case, ("PyTorch",))).values())
        np.testing.assert_allclose(ours.astype("f"), theirs.float().numpy(), rtol=0.02, atol=1e-3, err_msg=str(x))
        found = errors.errors_of(case, ("PyTorch",), {})
        assert found["fastact"] <= 0.51 and set(found) == {"fastact", "PyTorch"}


def test_a_slow_contender_sits_out_when_it_has_had_its_share(monkeypatch):
    case = next(cases.cases(["exponential"], ["cache"], 8))
    batch = contenders.Call.batch
    slow = contenders.Contender("NumPy", 1)
    monkeypatch.setattr(contenders, "contenders", lambda case, libraries: [contenders.Contender("fastact", 1), slow])
    monkeypatch.setattr(contenders, "BATCH", 1)

    def batch_of(call, controller, number):
        if call is ready[slow]:
            time.sleep(0.02)
        return batch(call, controller, number)

    ready = contenders.calls(case, [contenders.Contender("fastact", 1), slow])
    monkeypatch.setattr(contenders, "calls", lambda case, found: ready)
    monkeypatch.setattr(contenders.Call, "batch", batch_of)
    found = contenders.timed(case, (), 20, 0.1)
    assert len(found[contenders.Contender("fastact", 1)]) >= contenders.FEWEST > len(found[slow]) >= contenders.SLOWEST


@pytest.mark.parametrize("library", [*peers.LIBRARIES, "formula"])
@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_the_calls_compute_the_function(library, dtype):
    rng = np.random.default_rng(0)
    x, dy = rng.uniform(0.05, 0.95, 64).astype(dtype), rng.standard_normal(64).astype(dtype)
    for name, prepare in peers.calls(library, dtype).items():
        if name in ("softmax", "log_softmax"):
            operands, parameters = [x], (-1,)
        else:
            row = next(row for row in ufuncs.activations if name.removeprefix(row.name) in cases.KINDS)
            operands = [dy, x] if "_backward" in name else [x]
            parameters = [value for _, value in verify.settings(verify.SUBJECTS[row.name], dtype)[0]]
        want = getattr(fa, name)(*operands, *parameters)
        for out in (None, np.empty_like(x)):
            with np.errstate(all="ignore"):
                np.testing.assert_allclose(prepare(operands, parameters, out)(), want, rtol=1e-4, atol=1e-6, err_msg=name)


@pytest.mark.parametrize("name", fused.ROWS)
def test_the_contenders_of_a_fused_function_do_the_same(name):
    for case in cases.cases([name], ["fused"], 4096):
        operands = contenders.operands(case)
        want = fused.exact(name, operands)
        for contender in contenders.contenders(case, peers.LIBRARIES):
            got = contenders.Call(case, contender, operands).call()
            if fused.PART not in contender.library:
                for one, exact in zip(fused.results(got), want, strict=True):
                    assert one.shape == exact.shape
                    np.testing.assert_allclose(one, exact, rtol=1e-4, atol=1e-5, err_msg=str(contender))


@pytest.mark.parametrize("name", [name for name in networks.ROWS if "norm" in name])
def test_the_contenders_of_a_normalisation_do_the_same(name):
    for case in cases.cases([name], ["networks"], 2**16):
        operands = contenders.operands(case)
        found = {}
        for one in contenders.contenders(case, peers.LIBRARIES):
            if networks.PART not in one.library:
                got = contenders.Call(case, one, operands).call()
                got = (
                    [np.asarray(part.detach() if hasattr(part, "detach") else part) for part in got[:3]]
                    if type(got) is tuple
                    else [np.asarray(got)]
                )
                found[one.library] = got if "backward" in name else got[:1]
        assert len(found) >= 2
        for got in found.values():
            for one, first in zip(got, found["fastact"]):
                np.testing.assert_allclose(one, first, rtol=1e-4, atol=1e-4)


def test_the_products_of_an_epoch_are_those_of_its_steps():
    rows, length = 300, 32
    seen = []
    made = networks.products(lambda a, b, out: seen.append((*a.shape, b.shape[1])), lambda x: x, False)
    made["epoch"]("relu", 1, np.zeros((rows, length), np.float32), None)()
    batch, hidden, classes = networks.BATCH, networks.HIDDEN, networks.CLASSES
    forward = [(batch, length, hidden), (batch, hidden, hidden), (batch, hidden, classes)]
    backward = [
        (hidden, batch, classes), (batch, classes, hidden), (hidden, batch, hidden), (batch, hidden, hidden),
        (length, batch, hidden),
    ]  # fmt: skip
    assert seen == 3 * [*forward, *backward]
    for outputs_first in (False, True):
        x = np.ones((4, 8), np.float32)
        made = networks.products(np.matmul, lambda x: x, outputs_first)
        made["epoch"]("relu", 1, x, None)()
        made["predict"]("relu", 1, x[:1])()  # no warning: all are of numbers


def test_what_is_beside_the_products():
    lines = [line("fastact", 3e6, None), line("fastact, only products", 1e6, None)]
    assert networks.beside(lines) == "beside the products: fastact 2 ms"
    lines += [line("PyTorch", 6e6, None), line("PyTorch, only products", 2e6, None)]
    assert networks.beside(lines) == "beside the products: fastact 2 ms, PyTorch 4 ms; 0.50 of PyTorch's"
    lines[-1]["min_ns"] = 8e6
    assert networks.beside(lines) == "beside the products: fastact 2 ms, PyTorch -2 ms"
    assert networks.beside([line("fastact", 10, None)]) is None


def test_fitted_keeps_rows_whole_while_it_can():
    assert fused.fitted((64, 512, 512), 2**20) == (4, 512, 512)
    assert fused.fitted((256, 1000), 300) == (1, 300)
    assert fused.fitted((256, 1000), 10**6) == (256, 1000)


def test_in_place_begins_with_the_same_numbers():
    case = next(cases.cases(["exponential"], ["memory"], 8))._replace(form="in place")
    call = contenders.Call(case, contenders.Contender("fastact", 1), [np.ones(8, np.float32)])
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
    assert all(main(["bench", "--regime", regime, "--compare", old, old]) == 0 for regime in cases.REGIMES)
    changes = results.changes(found, clock).values()
    assert {round(speed, 9) for speed, others in changes if others} == {1}
    assert {round(speed, 9) for speed, others in changes if not others} == {0.5}


def line(contender, time, ulp):
    return {"contender": contender, "min_ns": time, "ulp": ulp, "threads": 1}


def test_a_rival_errs_by_few_units():
    lines = [
        line("fastact", 10, 1.5),
        line("wild", 5, 1e6),
        line("unfair", 15, 4.5),
        line("fair", 20, 4.0),
        line("slow", 30, 0.5),
    ]
    assert results.rival(lines)["contender"] == "fair" and results.fastest(lines)["contender"] == "wild"
    assert [one["contender"] for one in lines if results.wrong(one, lines[0])] == ["wild", "unfair"]
    assert not results.wrong(line("unfair", 15, 4.5), line("fastact", 10, 5.0)), "fastact errs as much"
    part = line("NumPy, only sort", 5, None)
    assert results.fastest([part, *lines])["contender"] == "wild"


def test_peers_are_pytorch_numpy_and_scipy():
    lines = [line("fastact", 10, 1), line("ONNX Runtime", 1, 1), line("PyTorch", 5, 1e6), line("touch, NumPy", 1, None)]
    lines += [line("formula", 20, 1.0), line("PyTorch, added mask", 30, 1.0)]
    assert results.peer(lines)["contender"] == "PyTorch" and results.peer(lines, only_right=True)["contender"] == "formula"
    assert results.peer(lines[:2]) is None


def test_a_file_keeps_its_lines_and_one_of_an_earlier_version_is_read(found, tmp_path):
    file = tmp_path / "f.json"
    file.write_text(results.text_of(found))
    assert results.load(file) == found
    assert len(file.read_text().splitlines()) < len(found["results"]) + 60, "a line for each"
    assert results.load(write(file, found)) == found


# ---- what is printed ---------------------------------------------------------------------------------------------------------


def test_every_contender_has_a_row_of_the_table(found):
    """Losses too, like all others, with their marks."""
    for lines in results.grouped(found["results"], results.case_of).values():
        _, shown = table.table(lines)
        columns = [list(column.cells) for column in shown.columns]
        assert columns[0] == [line["contender"] for line in lines]
        own = results.ours(lines)
        assert columns[4] == [f"{line['min_ns'] / own['min_ns']:.2f}" for line in lines]
        assert columns[5] == [results.units(line["ulp"]) for line in lines]


def test_the_legend_has_what_occurs_and_no_more():
    lines = [line("fastact", 10, 1.5), line("formula", 5, 2.0), line("numpy.exp", 8, None)]
    lines = [one | dict(zip(results.CASE, ("small", "gelu", "float32", "new", [1]))) for one in lines]
    assert list(table.legend(lines, 10)) == ["ns", "ratio", "error", "new", "formula", "numpy.exp"]
    wild = [*lines, lines[1] | {"contender": "PyTorch", "ulp": 1e6}]
    assert list(table.legend(wild, 10)) == ["ns", "ratio", "error", "new", "*", "formula", "numpy.exp"]
    *_, stars = table.table([one | {"median_ns": one["min_ns"]} for one in wild])[1].columns
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
