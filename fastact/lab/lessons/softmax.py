"""From scores to shares, and what temperature does."""

import numpy as np

import fastact as fa
from fastact.lab.lessons import pictures
from fastact.lab.lessons.desk import Found, Picture, Table

SCORES = np.array([2.0, 1.0, 0.1, -1.0])
TEMPERATURES = (0.25, 1.0, 4.0)


def plain(scores):
    """Each score's part of their sum."""
    return scores / scores.sum()


def lesson(desk):
    cases = {
        "scores": SCORES,
        "plain shares": plain(SCORES),
        "plain, scores + 1": plain(SCORES + 1),
        "softmax": fa.softmax(SCORES),
        "softmax, scores + 1": fa.softmax(SCORES + 1),
        **{f"softmax, temperature {t:g}": fa.softmax(SCORES, temperature=t) for t in TEMPERATURES if t != 1},
    }
    headings = ("", *(f"class {k + 1}" for k in range(len(SCORES))), "sum")
    rows = [(name, *(f"{one:.3f}" for one in values), f"{values.sum():.3f}") for name, values in cases.items()]
    return Found(TEXT, [Table("Four scores, and the shares that are made of them", headings, rows)], [shares(), temperatures()])


def shares():
    """Bars of both kinds of shares."""
    figure, axes = pictures.figure("Softmax makes shares of any scores; dividing by their sum does not", columns=2, sharey=True)
    names = [f"class {k + 1}\nscore {score:g}" for k, score in enumerate(SCORES)]
    for one, title, made in zip(axes, ("score / sum of scores", "softmax"), (plain(SCORES), fa.softmax(SCORES))):
        bars = one.bar(names, made, color=["white" if share < 0 else pictures.COLOURS[1] for share in made], edgecolor="black")
        one.bar_label(bars, [f"{share:.2f}" for share in made], padding=2)
        one.axhline(0, color="black", linewidth=0.8)
        one.set_title(title)
        one.tick_params("x", length=0, labelsize=9)
    axes[0].set_ylabel("share")
    axes[0].margins(y=0.12)
    seen = "Bars of the shares of four classes: those of plain division include a negative one, those of softmax do not."
    return Picture("softmax_shares", figure, seen)


def temperatures():
    """Curves of the shares against temperature."""
    title = "A low temperature lets the largest score win, a high one makes all equal"
    figure, axes = pictures.figure(title)
    t = np.geomspace(0.1, 30, 300)
    made = fa.softmax(SCORES / t[:, None])
    for k, score in enumerate(SCORES):
        axes.plot(t, made[:, k], label=f"score {score:g}", **pictures.look(k))
    axes.axhline(1 / len(SCORES), color="gray", linewidth=0.8)
    axes.axvline(1, color="gray", linewidth=0.8)
    axes.set(xscale="log", xlabel="temperature", ylabel="share", ylim=(0, 1.02))
    axes.xaxis.set_major_formatter("{x:g}")
    axes.legend(loc="upper right")
    seen = "Four curves of shares against temperature: far apart at 0.1, all at a quarter at 30."
    return Picture("softmax_temperature", figure, seen)


TEXT = """
Dividing scores by their sum is no way to probabilities: a negative score gives a negative share, other shares are then above
what they should be, and scores whose sum is 0 give none at all. Adding the same number to all scores says nothing new about the
classes, but changes plain shares.

Softmax takes exponentials first: exp(score)/sum of exp(score). Shares are positive, their sum is 1, their order is that of
the scores, and only differences of scores count: adding 1 to all changes nothing.

Temperature divides the scores. Below 1 the largest takes nearly all, towards the choice of the maximum; above 1 shares come
closer, towards all being equal. The order stays the same.
"""
