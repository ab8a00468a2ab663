"""The lessons: each runs and writes its pictures, and what its text says holds in its tables; and the curves of `plot`."""

import contextlib
import io
import os
import re
from pathlib import Path

import matplotlib.text
import numpy as np
import pytest
from conftest import NAMES, PARAMETERS
from matplotlib.figure import Figure
from PIL import Image
from taught import found

import fastact as fa
from fastact.__main__ import main
from fastact.lab import lessons, plot
from fastact.lab.lessons import LESSONS, command, pictures

ROOM = Path(lessons.__file__).parent
KINDS = ("png", "svg")


def test_the_table_is_the_files_of_the_room():
    assert {path.stem for path in ROOM.glob("*.py") if "\ndef lesson(desk)" in path.read_text()} == set(LESSONS)


def test_the_page_has_the_command_of_each_lesson():
    page = (Path(__file__).parents[2] / "docs" / "lessons.md").read_text()
    assert re.findall(r"^\| `python -m fastact learn (\w+)` \|", page, re.M) == list(LESSONS)


# ---- every lesson ------------------------------------------------------------------------------------------------------------


class Learnt:
    """What a lesson found; and what the command prints of that, and the folder of its pictures, for PNG and for SVG."""

    def __init__(self, name, folder):
        self.found, self.printed, self.folder = found(name), {}, folder
        for kind in KINDS:
            with pytest.MonkeyPatch.context() as patch, contextlib.redirect_stdout(io.StringIO()) as out:
                patch.setenv("COLUMNS", "80")
                patch.setattr(command.module(name), "lesson", lambda desk: self.found)
                assert main(["learn", name, "-o", str(folder / kind), "--format", kind]) == 0
            self.printed[kind] = out.getvalue()

    @property
    def tables(self):
        """Of each table, rows by their names and cells by the columns' headings, as numbers where they are some."""
        return [
            {name: dict(zip(map(flat, table.headings[1:]), map(number, cells))) for name, *cells in table.rows}
            for table in self.found.tables
        ]


def flat(heading):
    return heading.replace("\n", " ")


def number(cell):
    """That of a cell of the table: 0.25, 97%, 3 of 4; else its text."""
    digits = re.match(r"-?\d+(\.\d+)?(e[-+]\d+)?", cell)
    return float(digits[0]) / (100 if cell.endswith("%") else 1) if digits else cell


@pytest.fixture(scope="module", params=LESSONS)
def learnt(request, tmp_path_factory):
    """Each lesson, with both kinds of pictures."""
    return known(request.param, tmp_path_factory)


KNOWN = {}


def known(name, tmp_path_factory):
    if name not in KNOWN:
        KNOWN[name] = Learnt(name, tmp_path_factory.mktemp(name))
    return KNOWN[name]


@pytest.mark.parametrize("name", ["softmax", "xor"])
def test_the_command_runs_a_lesson_and_the_same_seed_gives_the_same_tables(name, tmp_path, monkeypatch):
    lesson, second = command.module(name).lesson, []
    monkeypatch.setattr(command.module(name), "lesson", lambda desk: second.append(lesson(desk)) or second[0])
    assert main(["learn", name, "-o", str(tmp_path)]) == 0
    assert second[0].tables == found(name).tables and second[0].tables


def test_it_prints_tables_text_and_pictures_in_80_columns(learnt):
    for out in learnt.printed.values():
        assert not [line for line in out.splitlines() if len(line) > 80 and not line.startswith(str(learnt.folder))]
        words = " ".join(out.split())
        for table in learnt.found.tables:
            assert " ".join(table.title.split()) in words
            assert all(row[0] in words and len(row) == len(table.headings) for row in table.rows)
        assert " ".join(learnt.found.text.split()) in words


def test_it_writes_its_pictures_with_descriptions(learnt):
    for kind in KINDS:
        written = {path.stem: path for path in (learnt.folder / kind).iterdir()}
        assert set(written) == {picture.name for picture in learnt.found.pictures} and written
        for picture in learnt.found.pictures:
            assert len(picture.seen.split()) >= 8
            if kind == "png":
                with Image.open(written[picture.name]) as image:
                    assert image.text["Description"] == picture.seen
                    least, most = image.convert("L").getextrema()
                    assert image.size[0] >= 900 and (least, most) == (0, 255)
            else:
                text = written[picture.name].read_text()
                assert "<svg" in text and "</svg>" in text
                assert " ".join(picture.seen.split()[:8]) in " ".join(text.split())


def test_texts_are_of_a_size_to_read_and_within_the_picture(learnt):
    for picture in learnt.found.pictures:
        figure = picture.figure
        with pictures.style():
            figure.draw_without_rendering()
        assert texts_of(figure)
        for text in texts_of(figure):
            box = text.get_window_extent()
            assert text.get_fontsize() >= 9, text
            assert box.x0 >= -1 and box.x1 <= figure.bbox.x1 + 1 and box.y0 >= -1 and box.y1 <= figure.bbox.y1 + 1, text


def texts_of(figure: Figure):
    """Titles, labels of axes and the texts of legends and notes."""
    ticks = {text for axes in figure.axes for axis in (axes.xaxis, axes.yaxis) for text in axis.get_ticklabels(which="both")}
    found = figure.findobj(matplotlib.text.Text)
    return [text for text in found if text.get_visible() and text.get_text().strip() and text not in ticks]


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs a device that is always full")
def test_a_picture_that_cannot_be_written_is_one_line(tmp_path, capsys):
    (tmp_path / "softmax_shares.png").symlink_to("/dev/full")
    assert main(["learn", "softmax", "-o", str(tmp_path)]) == 1
    told = "python -m fastact learn: error: cannot write "
    assert capsys.readouterr().err.startswith(told) and not (tmp_path / "softmax_temperature.png").exists()


def test_no_two_lines_of_a_picture_differ_by_their_colour_alone():
    looks = [pictures.look(k, marker=True) for k in range(49)]
    assert len({(one["linestyle"], one["marker"]) for one in looks[:7]}) == 7
    assert len({(one["color"], one["linestyle"]) for one in looks}) == 49


# ---- what the lessons' texts say, in the numbers of their tables -------------------------------------------------------------


def linear(flowers, on_digits, units):
    one, stack, relu = "one linear layer", "four linear layers", "four layers, relu"
    assert flowers[one]["loss"] == flowers[stack]["loss"] > 10 * flowers[relu]["loss"]
    assert flowers[one]["accuracy"] == flowers[stack]["accuracy"] < flowers['always "no"']["accuracy"] < 0.7
    assert flowers[relu]["accuracy"] > 0.95
    apart = {name: row.get("distance from outputs of one matrix") for name, row in flowers.items()}
    assert apart[one] == apart[stack] == "below 1e-14" and apart[relu] > 0.1
    unseen = {name: row["accuracy on unseen digits"] for name, row in on_digits.items()}
    assert 0.95 < unseen[one] < unseen[relu] and 0.95 < unseen[stack] < unseen[relu]
    assert abs(unseen[one] - unseen[stack]) < 0.015
    assert on_digits[stack]["training loss"] < on_digits[one]["training loss"]
    step, sigmoid = units["binary_step"], units["sigmoid"]
    assert step["largest norm of their gradient"] == step["movement of their weights"] == 0
    assert sigmoid["movement of their weights"] > 0
    assert step["loss"] > 1 > 10 * sigmoid["loss"]


def xor(neurons):
    for name in ("sigmoid", "relu"):
        row = neurons[name]
        assert row["starts with all four right"] == 0 and row["most points right"] <= 3 and row["least loss"] >= 0.2495
    row = neurons["gcu"]
    assert row["starts with all four right"] > 0.9 and row["most points right"] == 4 and row["least loss"] < 0.1


def dead(shares, pushed):
    def share(name, rate):
        return shares[name][f"dead, rate {rate}"]

    assert all(share(name, "0.1") <= 0.05 for name in shares)
    assert share("relu", "1.2") > 0.4 and share("relu", "4") > 0.98 and share("elu", "4") > 0.9
    assert share("gelu", "1.2") < 0.3 and share("gelu", "4") < share("relu", "4")
    assert share("leaky_relu", "1.2") == share("leaky_relu", "4") == 0
    assert share("relu, centred", "1.2") == 0 and share("relu, centred", "4") <= 0.05
    accuracy = {name: row["accuracy, rate 4"] for name, row in shares.items()}
    assert accuracy["relu"] < 0.2 < accuracy["leaky_relu"] < accuracy["relu, centred"]
    assert pushed["mean image times W"]["mean"] < 5 * pushed["b"]["mean"] < 0


def softmax(shares):
    assert min(shares["scores / sum"].values()) < 0 < min(shares["softmax"].values())
    assert shares["scores / sum"] != shares["(scores + 1) / sum"] and shares["softmax"] == shares["softmax of scores + 1"]
    assert all(shares[name]["sum"] == 1 for name in shares if name != "scores")
    first = [shares[name]["class 1"] for name in ("softmax, temperature 0.25", "softmax", "softmax, temperature 4")]
    assert first == sorted(first, reverse=True) and first[0] > 0.95


CLAIMS = {"linear": linear, "xor": xor, "dead": dead, "softmax": softmax}


@pytest.mark.parametrize("name", CLAIMS)
def test_what_the_text_says_is_in_the_tables(name, tmp_path_factory):
    CLAIMS[name](*known(name, tmp_path_factory).tables)


# ---- the curves of plot ------------------------------------------------------------------------------------------------------


def curve(name):
    """The row with its defaults, and 1 for what has none."""
    return name, {one: 1.0 if default is None else default for one, default in PARAMETERS[name].items()}


@pytest.mark.parametrize("name", NAMES)
def test_every_row_is_drawn_as_it_is(name):
    name, parameters = curve(name)
    with pictures.style():
        figure = plot.drawn([(name, parameters)], True, (-5, 5))
        figure.savefig(io.BytesIO(), dpi=40)
    for axes, suffix in zip(figure.axes, plot.PANELS):
        line, dots = axes.get_lines()[:2]
        x, y = line.get_data()
        of_row = getattr(fa, name + suffix)(x, **parameters)
        seen = np.isfinite(y)
        assert seen.sum() > 150
        np.testing.assert_array_equal(y[seen], of_row[seen])
        assert not np.isfinite(of_row[~seen]).any()
        low, high = axes.get_ylim()
        assert low < 0 < high and high - low < 22
        steps = np.abs(np.diff(y))[np.diff(x) < 1e-9]  # where the curve goes on over a kink
        assert not (steps > 1e-5).any()
        assert len(dots.get_xdata()) == np.isnan(x).sum() or (np.diff(x) < 1e-9).any()


@pytest.mark.parametrize(
    "name, parameters, suffix, at",
    [
        ("binary_step", {}, "", [(0, 1)]),
        ("binary_step", {"threshold": 2.0}, "", [(2, 1)]),
        ("relu", {}, "", []),
        ("relu", {}, "_grad", [(0, 0)]),
        ("hard_tanh", {}, "_grad", [(-1, 0), (1, 0)]),
        ("hard_shrink", {}, "", [(-0.5, 0), (0.5, 0)]),
        ("silu", {}, "_grad", []),
    ],
)
def test_a_curve_is_interrupted_at_its_jumps_and_a_dot_says_what_it_is_there(name, parameters, suffix, at):
    x, y, dots = plot.points(name, suffix, parameters, (-5, 5))
    assert list(zip(*dots)) == at
    assert np.isnan(x).sum() == np.isnan(y).sum() == len(at)


@pytest.mark.parametrize("kind, starts", [("png", b"\x89PNG"), ("svg", b"<?xml"), ("pdf", b"%PDF")])
def test_plot_writes_a_file(kind, starts, tmp_path, capsys):
    file = tmp_path / f"f.{kind}"
    curves = ["gelu", "nn.SiLU", "leaky_relu:negative_slope=0.2"]
    assert main(["plot", *curves, "--derivative", "--range", "-3", "4", "-o", str(file)]) == 0
    assert file.read_bytes().startswith(starts) and file.stat().st_size > 4000
    assert capsys.readouterr() == ("", "")


def test_many_curves_have_a_legend_and_a_title_that_fit():
    with pictures.style():
        figure = plot.drawn([curve(name) for name in NAMES[:20]], True, (-5, 5))
        figure.draw_without_rendering()
    (legend,) = figure.legends
    assert len(legend.get_texts()) == 20
    for one in (legend, *texts_of(figure)):
        box = one.get_window_extent()
        assert box.x0 >= -1 and box.x1 <= figure.bbox.x1 + 1 and box.y0 >= -1 and box.y1 <= figure.bbox.y1 + 1


@pytest.mark.parametrize(
    "name, parameters, between, top",
    [
        ("exponential", {}, (-5, 5), 10),  # cut at the length of the range
        ("relu_squared", {}, (-5, 5), 10),
        ("relu", {}, (-5, 5), 5),
        ("exponential", {}, (-1, 9), np.exp(9)),  # most of it is far above: nothing is cut
        ("threshold", {"threshold": 1.0, "value": 50.0}, (-2, 5), 50),  # nor where it jumps
    ],
)
def test_a_curve_that_runs_away_is_cut(name, parameters, between, top):
    with pictures.style():
        figure = plot.drawn([(name, parameters)], False, between)
    assert top <= figure.axes[0].get_ylim()[1] * 1.02 <= 1.1 * top
