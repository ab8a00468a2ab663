"""Docstrings of optimisers and of their functions, from the rows of the table."""

import re
import textwrap

WIDTH = 116

# What `epsilon_at` says, and what it may be.
PLACE = "Where `epsilon` stands in the root of v/c, v a mean or a sum of squares and c its correction for the start at 0:"
PLACES = {
    "outside": "``sqrt(v/c) + epsilon`` (PyTorch)",
    "hat": "``(sqrt(v) + epsilon)/sqrt(c)`` (Keras's Adam; epsilon hat of Adam's paper)",
    "inside": "``sqrt(v/c + epsilon)`` (Keras's Adagrad and RMSprop)",
}
UNCORRECTED = "  Here c is 1, and the first two are the same."

# What arguments are.
TEXTS = {
    "learning_rate": "The size of a step.",
    "weight_decay": "L2 regularisation: this times the parameter is added to the gradient.",
    "momentum": "The share of the velocity that a step keeps.",
    "nesterov": "Whether the step is taken from where the velocity leads.  It needs momentum, and no dampening.",
    "dampening": "The gradient is added to the velocity times ``1 - dampening``, at the first step too, where PyTorch adds it "
    "whole.  Where it equals `momentum` the velocity is a running mean.",
    "epsilon": "A small number that keeps what is divided by from being 0.",
    "rho": "The decay of the running means: the share of the old value that a step keeps.",
    "centered": "Whether gradients are divided by the root of their variance, in place of their mean square.  The state is the "
    "variance itself: the mean square less the square of the mean could round to less than 0.",
    "beta_1": "The decay of the running mean of gradients: the share of the old value that a step keeps.",
    "beta_2": "The decay of the running mean of their squares.",
    "momentum_decay": "How fast the momentum of step t rises to `beta_1`: it is ``beta_1*(1 - 0.96**(t*momentum_decay)/2)``.  "
    "Keras has 1.",
    "initial_accumulator_value": "What the sums of squares start at; Keras has 0.1.",
    "clip_norm": "Where the norm of all gradients together is above this, they are scaled down to it; above 0.  See `update`.",
    "clip_value": "Elements of gradients are cut to ``[-clip_value, clip_value]``; above 0.",
    "decay_all": "Whether weight decay in `Network.fit` is for biases and the parameters of normalisation too, not for weights "
    "alone.",
}
# Of rules for which they are something else.
OF_RULES = {
    "lion": {
        "beta_1": "The share of the running mean in what a step has the sign of; the gradient has the rest.",
        "beta_2": "The decay of the running mean of gradients: the share of the old value that a step keeps.",
    }
}
ROOT = "# root(v, c): the root of v/c, with epsilon as `epsilon_at` says"
BESIDE = "Decoupled weight decay: before the gradient's step a parameter p loses ``learning_rate*weight_decay*p``."
BY_STEP = "The size of a step; or a function that gives it for the number of a step, counted from 0."


def paragraph(name, kind, text):
    return f"{name} : {kind}\n{textwrap.indent(textwrap.fill(text, WIDTH - 4), '    ')}"


def of_hyperparameter(row, name, default, by_step=False):
    text = OF_RULES.get(row.name, {}).get(name, TEXTS[name])
    if name == "weight_decay" and row.formula.startswith("p = "):
        text = BESIDE
    if by_step and name == "learning_rate":
        return paragraph(name, f"float or callable, default {default:g}", f"{BY_STEP}  In {row.intervals[name]}.")
    return paragraph(name, f"float, default {default:g}", f"{text}  In {row.intervals[name]}.")


def of_place(row, default):
    places = "; ".join(f'"{place}", {text}' for place, text in PLACES.items())
    words = "{" + ", ".join(f'"{place}"' for place in PLACES) + "}"
    corrected = re.search(r"root\(\w+, 1 - ", row.formula)
    text = f"{PLACE} {places}.{'' if corrected else UNCORRECTED}"
    return paragraph("epsilon_at", f'{words}, default "{default}"', text)


def formulas_of(rows):
    """Of each row, where there are several with what it is; and what root is."""
    several = len(rows) > 1
    blocks = ["\n".join([f"# {row.about}"] * several + row.formula.split("; ")) for row in rows]
    blocks += [ROOT] * any("root(" in row.formula for row in rows)
    return textwrap.indent(("\n\n" if several else "\n").join(blocks), "    ")


def text_of(about, parameters, raises, notes, sources, example):
    references = textwrap.fill("; ".join(sources) + ".", WIDTH)
    sections = {"Parameters": parameters, "Raises": raises, "Notes": notes, "References": references, "Examples": example}
    return "\n\n".join([about, *(f"{title}\n{'-' * len(title)}\n{text}" for title, text in sections.items())]) + "\n"


def of_function(row, takes_step, hyperparameters, place):
    """Of the function that makes one step by a row."""
    states, count = ", ".join(row.states), len(row.states)
    parameters = [
        paragraph("p", "ndarray", "The parameter, which is changed.  float16 and bfloat16 are computed in float32."),
        paragraph("g", "ndarray", "Its gradient, of the shape and the type of `p`."),
    ]
    if states:
        text = (
            "The state, changed too: of the shape and the type of `p`, or of float32 for half precision.  It begins with zeros."
        )
        parameters.append(paragraph(states, "ndarray", text))
    if takes_step:
        parameters.append(paragraph("step", "int", "The number of the step, from 1."))
    parameters += [of_hyperparameter(row, name, value) for name, value in hyperparameters.items()]
    if place:
        parameters.append(of_place(row, place))
    raises = (
        "ValueError\n    If shapes differ, an array is read-only or shares memory with another, or a number is outside of its\n"
        "    interval; nothing has been changed then.\nTypeError\n    If an array is not an ndarray of these types."
    )
    notes = (
        f"::\n\n{formulas_of([row])}\n\n"
        "Arrays of any strides, alignment and byte order are taken; those that are not contiguous and native are copied for\n"
        "the call.  The numbers of a step are computed in float64, whatever the type of `p`."
    )
    example = (
        ">>> import numpy as np\n"
        f">>> from fastact.nn import {row.name}_\n"
        ">>> p, g = np.array([1.0, 2.0]), np.array([0.5, 0.25])\n"
        f">>> {row.name}_(p, g{', np.zeros(2)' * count}{', 1' * takes_step})\n"
        ">>> p < [1.0, 2.0]  # against the gradient\n"
        "array([ True,  True])"
    )
    about = f"One step of {row.optimizer} in place.  {row.about}"
    return text_of(textwrap.fill(about, WIDTH), "\n".join(parameters), raises, notes, [row.source], example)


def of_class(name, rows, arguments):
    """Of an optimiser, by its rows and its arguments with their defaults."""
    parameters = []
    for argument, default in arguments.items():
        row = next((row for row in rows if argument in row.intervals), None)
        if row is not None:
            parameters.append(of_hyperparameter(row, argument, default, True))
        elif argument == "epsilon_at":
            parameters.append(of_place(rows[0], default))
        else:
            kind = "float, optional" if default is None else f"bool, default {default}"
            parameters.append(paragraph(argument, kind, TEXTS[argument]))
    notes = f"::\n\n{formulas_of(rows)}"
    sources = dict.fromkeys(source for row in rows for source in row.source.split("; "))
    example = (
        ">>> import numpy as np\n"
        ">>> from fastact.nn import optimizers\n"
        ">>> weights, gradients = np.array([1.0, 2.0]), np.array([0.5, 0.25])\n"
        f">>> optimizer = optimizers.{name}()\n"
        ">>> optimizer.update([weights], [gradients])\n"
        ">>> weights < [1.0, 2.0]  # against the gradient\n"
        "array([ True,  True])"
    )
    raises = (
        "ValueError\n    If a hyperparameter is outside of its interval.\n"
        "TypeError\n    If an argument is unknown or of another type."
    )
    return text_of(rows[0].about, "\n".join(parameters), raises, notes, sources, example)
