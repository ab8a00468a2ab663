"""`verify` covers every public function, finds errors that are planted, judges by the bounds, and says so."""

import json

import numpy as np
import pytest

import fastact as fa
from fastact.__main__ import main
from fastact._core import error_bounds, ufuncs
from fastact.lab import verify, verify_elementwise, verify_logits, verify_points, verify_rows, verify_same_bits

ISA = ufuncs.isas[0]


def searched(name, points, seed=0, dtypes=("float32",), places=(ISA,), module=verify_elementwise):
    return module.search(verify_elementwise.Search(name, dtypes, places, points, (seed,)))


def off(y, where, units=5):
    """Results some units away where that is asked for."""
    moved = verify_points.number(verify_points.ordinal(y) + units, y.dtype)
    return np.where(where & np.isfinite(y), moved, y)


def planted(monkeypatch, name, where, dtype=np.float32):
    """An error of 5 units in one type on one ISA; `where` takes the operands."""
    found = verify_elementwise.functions(ISA)
    right = found[name]

    def wrong(*operands, **kwargs):
        y = right(*operands, **kwargs)
        return off(y, where(*operands)) if operands[0].dtype == dtype else y

    monkeypatch.setitem(found, name, wrong)


# ---- every function ----------------------------------------------------------------------------------------------------------


def test_every_public_function_is_covered():
    numeric = {name for name in fa.__all__ if not isinstance(getattr(fa, name), type)} - verify.NOT_NUMERIC
    assert set(verify.covered()) == numeric and set(fa.__all__) >= verify.NOT_NUMERIC


@pytest.mark.parametrize("name", verify_rows.SUBJECTS)
def test_rows_are_within_the_bounds(name):
    found, _ = searched(name, 2**17, dtypes=tuple(verify.DTYPES), module=verify_rows)
    for (dtype, label, isa), worst in found.items():
        assert worst.ulp <= error_bounds.of(label.split()[0], dtype, isa) + verify.NOISE, (label, worst)


@pytest.mark.parametrize("name", verify_same_bits.SUBJECTS)
def test_what_returns_the_bits_of_others_does(name):
    found, _ = searched(name, 1, dtypes=tuple(verify.DTYPES), module=verify_same_bits)
    assert not any(worst.ulp for worst in found.values()), found


# ---- planted errors ----------------------------------------------------------------------------------------------------------


def test_one_wrong_argument_in_a_million_is_found(monkeypatch):
    planted(monkeypatch, "silu", lambda x: x.view(np.uint32) % 2**20 == 2**19 + 12345)
    found, _ = searched("silu", 2**23)
    assert found["float32", "silu", ISA].ulp > 4
    assert found["float32", "silu_grad", ISA].ulp < 4


@pytest.mark.parametrize("seed", range(3))
def test_a_narrow_range_of_a_parameter_is_found(monkeypatch, seed):
    planted(monkeypatch, "elu", lambda x, alpha: (alpha > 3) & (alpha < 3.003))
    found, _ = searched("elu", 2**20, seed)
    worst = found["float32", "elu", ISA]
    assert worst.ulp > 4 and 3 < worst.at["alpha"] < 3.003


def test_a_climb_goes_where_no_draw_has_been(monkeypatch):
    """The error is largest within 2^8 numbers of one pair of an argument and a parameter, and falls off slowly from there."""
    peak = [int(verify_points.ordinal(np.float32([value]))[0]) for value in (-0.7, 2.3)]

    def distance(x, beta):
        return sum(np.abs(verify_points.ordinal(column) - at).astype(float) for column, at in zip((x, beta), peak))

    found, right = verify_elementwise.functions(ISA), verify_elementwise.functions(ISA)["swish"]

    def wrong(x, beta):
        y, beta = right(x, beta), np.broadcast_to(beta, x.shape)
        if x.dtype != np.float32:
            return y
        units = np.rint(np.clip(48 - 2 * np.log2(256 + distance(x, beta)), 0, 32)).astype(int)
        return off(y, units > 0, units)

    monkeypatch.setitem(found, "swish", wrong)
    result, _ = searched("swish", 2**16)
    worst = result["float32", "swish", ISA]
    drawn = verify_elementwise.drawn_columns(verify.SUBJECTS["swish"], np.float32, 2**16, np.random.default_rng(0))
    assert worst.ulp > 28 > np.clip(48 - 2 * np.log2(256 + distance(*drawn)), 0, 32).max()


def test_a_pole_is_approached_for_every_parameter():
    columns = verify_elementwise.drawn_columns(verify.SUBJECTS["soft_exponential"], np.float32, 2**14, np.random.default_rng(0))
    x, alpha = (column.astype(np.float64) for column in columns)
    near = np.abs(1 - alpha * (alpha + x)) < 2.0**-20
    assert len(np.unique(alpha[near])) > 100


def test_a_wrong_row_and_wrong_bits_are_found(monkeypatch):
    subject = verify_rows.SUBJECTS["log_softmax"]

    def wrong(case):
        y = subject.call(case)[0]
        return (off(y, (y < -2) & (y > -3)),)

    monkeypatch.setitem(verify_rows.SUBJECTS, "log_softmax", subject._replace(call=wrong))
    assert searched("log_softmax", 2**16, module=verify_rows)[0]["float32", "log_softmax", ufuncs.isa_name].ulp > 4
    right = fa.tanh_backward
    monkeypatch.setattr(fa, "tanh_backward", lambda dy, x: off(right(dy, x), x > 0.5, 1))
    found, _ = searched("tanh_backward", 1, module=verify_same_bits)
    assert found["float32", "tanh_backward", ufuncs.isa_name].ulp == 1


def test_a_row_that_repeats_its_numbers_is_judged_as_any_row():
    rng = np.random.default_rng(0)
    for kind in 2 * list(verify_logits.KINDS):
        case = verify_rows.row(rng, np.float32, 60, kind, infinite=False, few=3)
        counts, rest = case.fixed["counts"], dict(case.fixed)
        places = verify_logits.order(rest.pop("counts"), **rest.pop("order"))
        numbers = case.numbers | {"x": verify_logits.repeated(case.numbers["x"], counts, places)}
        if "where" in rest:
            rest["where"] = verify_logits.repeated(rest["where"], counts, places)
        for name in ("softmax", "log_softmax", "logsumexp"):
            subject = verify_rows.SUBJECTS[name]
            few, all_ = (next(verify_rows.errors(subject, one, np.float32)) for one in (case, verify_rows.Case(numbers, rest)))
            assert few[0] == all_[0] and len(numbers["x"]) == counts.sum(), (kind, name, case)


def test_one_wrong_share_in_a_long_row_is_found(monkeypatch):
    right = fa.softmax
    monkeypatch.setattr(fa, "softmax", lambda x, **kwargs: off(right(x, **kwargs), np.arange(x.shape[0]) == 777))
    case = verify_rows.Case(
        {"x": np.float32([0.5, -3, 2])}, {"counts": np.array([5000, 20, 3]), "order": {"shuffled": 1}, "across": False}
    )
    shares, *others = verify_rows.errors(verify_rows.SUBJECTS["long softmax"], case, np.float32)
    assert shares[0] > 4 and max(other[0] for other in others) < 2


def test_a_seed_repeats_a_search():
    first, again, other = (searched("softplus", 2**12, seed)[0] for seed in (1, 1, 2))
    assert first == again != other


def test_points_near_others_are_allowed_ones():
    subject, rng = verify.SUBJECTS["hard_tanh"], np.random.default_rng(0)
    columns = verify_elementwise.drawn_columns(subject, np.float32, 1000, rng)
    limits = subject.limits(np.float32)
    for column, (low, high) in zip(verify_points.near(columns, limits, rng), limits):
        assert column.dtype == np.float32 and (low <= column).all() and (column <= high).all()


# ---- the command -------------------------------------------------------------------------------------------------------------


def test_verify_judges_by_the_bounds(tmp_path, monkeypatch, capsys):
    file = tmp_path / "found.json"
    options = [
        "verify",
        "silu_grad",
        "softmax_cross_entropy",
        "--points",
        "4096",
        "--isa",
        ISA,
        "--seed",
        "7",
        "--json",
        str(file),
    ]
    assert main(options) == 0
    found, printed = json.loads(file.read_text()), capsys.readouterr().out
    functions = {"silu", "silu_grad", "softmax_cross_entropy", "softmax_cross_entropy_grad"}
    assert {(line["function"], line["dtype"]) for line in found["results"]} == {
        (f, d) for f in functions for d in verify.DTYPES
    }
    assert found["metadata"]["points"] == 4096 and found["metadata"]["seed"] == 7
    assert all(line["points"] > 0 and line["bound"] is not None for line in found["results"])
    lines = printed.splitlines()
    assert lines[0] == "seed 7" and lines[1].split() == ["function", "type", "on", "ULP", "bound", "verdict", "where"]
    assert all(len(line) <= 80 for line in lines)
    assert sum(" ok " in line for line in lines) == 2 * len(functions)
    assert lines[-1].startswith("seed 7: all of 8 bounds hold")
    monkeypatch.setitem(error_bounds.STATED, "silu_grad", {"float64": {"fma": 0.1, "baseline": 0.1}})
    assert main([*options, "--dtype", "float64"]) == 1
    printed = capsys.readouterr().out
    assert "EXCEEDED" in next(line for line in printed.splitlines() if line.startswith("silu_grad "))
    assert "seed 7: 1 of 4 bounds EXCEEDED" in printed


def test_a_run_says_the_seed_that_it_has_drawn(capsys):
    seeds = set()
    for _ in range(2):
        assert main(["verify", "maxout", "--points", "1", "--isa", ISA]) == 0
        seeds.add(capsys.readouterr().out.splitlines()[0])
    assert len(seeds) == 2 and all(seed.split()[0] == "seed" for seed in seeds)


@pytest.mark.parametrize(
    "arguments, said",
    [(["sillu"], "'sillu'"), (["set_num_threads"], "'set_num_threads'"), (["--seed", "-1"], "-1"), (["--points", "0"], "0")],
)
def test_verify_refuses_what_it_cannot_do(arguments, said, capsys):
    with pytest.raises(SystemExit) as stopped:
        main(["verify", *arguments])
    assert stopped.value.code == 2 and said in capsys.readouterr().err.splitlines()[-1]


def test_a_file_that_cannot_be_written_is_found_out_before(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr(verify, "run", None)  # nothing is begun
    for file in (tmp_path / "nowhere" / "found.json", tmp_path):
        with pytest.raises(SystemExit) as stopped:
            main(["verify", "--json", str(file)])
        assert stopped.value.code == 2 and str(file) in capsys.readouterr().err.splitlines()[-1]
    assert not list(tmp_path.iterdir())
