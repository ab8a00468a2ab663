"""How the pictures of the lessons look: of a size to read, in colours that the colour-blind tell apart, and told apart without
any colour by dashes and markers.

Figures are made without pyplot, which keeps state of the process.
"""

from contextlib import contextmanager
from io import BytesIO

import matplotlib
from matplotlib.animation import AbstractMovieWriter
from matplotlib.figure import Figure
from PIL import Image

# Okabe and Ito's colours, "Color universal design", 2008, without yellow, which is pale on white; black first.
COLOURS = ("#000000", "#0072b2", "#d55e00", "#009e73", "#cc79a7", "#56b4e9", "#e69f00")
DASHES = ("-", "--", "-.", ":", (0, (5, 1, 1, 1, 1, 1)), (0, (8, 2)), (0, (1, 3)))
MARKERS = ("o", "s", "^", "D", "v", "P", "X")
GREYS = "cividis"  # a scale of colours whose lightness rises evenly

BEHIND = {"facecolor": "white", "edgecolor": "none", "pad": 1, "alpha": 0.8}  # text that is not on white

STYLE = {
    "font.size": 11,
    "hatch.color": "#7f7f7f",
    "hatch.linewidth": 0.6,
    "axes.titlesize": 11,
    "axes.titlelocation": "left",
    "axes.spines.top": False,
    "axes.spines.right": False,
    "figure.dpi": 150,
    "image.cmap": GREYS,
    "legend.frameon": False,
    "legend.handlelength": 3.5,
    "lines.linewidth": 1.8,
    "lines.markersize": 5,
    "savefig.dpi": 150,
    "svg.fonttype": "none",
    "svg.hashsalt": "fastact",
}


@contextmanager
def style():
    """A context in which figures have this look: they are made and saved in it."""
    with matplotlib.rc_context(STYLE):
        yield


def look(k, marker=False):
    """The look of the k-th of several lines: keywords of `Axes.plot`."""
    dashes = DASHES[(k + k // len(COLOURS)) % len(DASHES)]  # other ones when the colours begin again
    found = {"color": COLOURS[k % len(COLOURS)], "linestyle": dashes}
    return found | ({"marker": MARKERS[k % len(MARKERS)]} if marker else {})


def figure(title, rows=1, columns=1, height=3.6, width=7.2, **shared):
    """A figure with a title of its own, which says the one idea, and its axes in an array of rows x columns, or the one.

    Width and height are in inches, of the whole: at 150 dots an inch, 7.2 are 1080 pixels.
    """
    made = Figure(figsize=(width, height), layout="constrained")
    made.suptitle(title, fontsize=12, fontweight="bold", x=0.01, horizontalalignment="left")
    return made, made.subplots(rows, columns, **shared)


class Gif(AbstractMovieWriter):
    """Writes animations whose frames share the palette of the first, without dither: what does not move takes no room, and the
    file is a tenth as large as with a palette for each frame."""

    def setup(self, fig, outfile, dpi=None):
        super().setup(fig, outfile, dpi=dpi)
        self.palette, self.frames = None, []

    def grab_frame(self, **kwargs):
        drawn = BytesIO()
        self.fig.savefig(drawn, format="rgba", dpi=self.dpi, **kwargs)
        frame = Image.frombytes("RGBA", self.frame_size, drawn.getvalue()).convert("RGB")
        self.palette = self.palette or frame.quantize()
        self.frames.append(frame.quantize(palette=self.palette, dither=Image.Dither.NONE))

    def finish(self):
        first, *rest = self.frames
        first.save(self.outfile, "GIF", save_all=True, append_images=rest, duration=round(1000 / self.fps), loop=0)
