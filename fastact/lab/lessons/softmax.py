"""How scores become probabilities, and what temperature does."""

import numpy as np

import fastact as fa
from fastact.lab.lessons import pictures
from fastact.lab.lessons.desk import Found, Picture, Table

SCORES = np.array([2.0, 1.0, 0.1, -1.0])
TEMPERATURES = (0.25, 1.0, 4.0)


def plain(scores):
    """Scores divided by their sum."""
    return scores / scores.sum()


def lesson(desk):
    cases = {
        "scores": SCORES,
        "scores / sum": plain(SCORES),
        "(scores + 1) / sum": plain(SCORES + 1),
        "softmax": fa.softmax(SCORES),
        "softmax of scores + 1": fa.softmax(SCORES + 1),
        **{f"softmax, temperature {t:g}": fa.softmax(SCORES, temperature=t) for t in TEMPERATURES if t != 1},
    }
    headings = ("", *(f"class {k + 1}" for k in range(len(SCORES))), "sum")
    rows = [(name, *(f"{one:.3f}" for one in values), f"{values.sum():.3f}") for name, values in cases.items()]
    return Found(TEXT, [Table("Four scores, and what is made of them", headings, rows)], [bars(), temperatures()])


def bars():
    """What division by the sum gives, and softmax."""
    title = "Softmax turns any scores into probabilities; dividing by the sum does not"
    figure, axes = pictures.figure(title, columns=2, sharey=True)
    names = [f"class {k + 1}\nscore {score:g}" for k, score in enumerate(SCORES)]
    for one, name, made in zip(axes, ("score / sum of scores", "softmax"), (plain(SCORES), fa.softmax(SCORES))):
        drawn = one.bar(names, made, color=["white" if part < 0 else pictures.COLOURS[1] for part in made], edgecolor="black")
        one.bar_label(drawn, [f"{part:.2f}" for part in made], padding=2)
        one.axhline(0, color="black", linewidth=0.8)
        one.set_title(name)
        one.tick_params("x", length=0, labelsize=9)
    axes[0].set_ylabel("part of the whole")
    axes[0].margins(y=0.12)
    seen = "Bars for four classes: dividing by the sum gives one class a negative number, softmax gives only positive ones."
    return Picture("softmax_shares", figure, seen)


def temperatures():
    """Curves of the probabilities against temperature."""
    title = "A low temperature favours the largest score, a high one makes all equal"
    figure, axes = pictures.figure(title)
    t = np.geomspace(0.1, 30, 300)
    made = fa.softmax(SCORES / t[:, None])
    for k, score in enumerate(SCORES):
        axes.plot(t, made[:, k], label=f"score {score:g}", **pictures.look(k))
    axes.axhline(1 / len(SCORES), color="gray", linewidth=0.8)
    axes.axvline(1, color="gray", linewidth=0.8)
    axes.set(xscale="log", xlabel="temperature", ylabel="probability", ylim=(0, 1.02))
    axes.xaxis.set_major_formatter("{x:g}")
    axes.legend(loc="upper right")
    seen = (
        "Four curves of probabilities against temperature: near 1 and near 0 at 0.1, and all close to a quarter at 30. Grey "
        "lines mark the temperature 1 and the probability 1/4."
    )
    return Picture("softmax_temperature", figure, seen)


TEXT = """
The last layer of a classifier gives a score for each class, and scores may be any numbers. Probabilities must not be negative,
and their sum must be 1. Dividing the scores by their sum does not give probabilities: a negative score gives a negative number,
others then become too large, and if the sum is 0 there is no result. Also, adding the same number to all scores leaves the
differences between the classes as they are, but changes the result of the division.

Softmax takes the exponential first: exp(score) / sum of exp(scores). The results are positive, their sum is 1, and they are in
the same order as the scores. Only the differences between scores matter: adding 1 to all of them changes nothing.

The temperature is a number by which the scores are divided before softmax. Below 1 the largest score takes nearly all of the
probability, as if only the maximum were chosen. Above 1 the probabilities come closer to one another, until all are equal. The
order of the classes stays the same.
"""
