"""Docstrings of optimisers and of their functions, from the rows of the table."""

import textwrap

WIDTH = 116

# What `epsilon_at` may be.
PLACES = {
    "outside": "outside of the root of the corrected moment, ``sqrt(v/c) + epsilon`` (PyTorch)",
    "hat": "beside the root of the uncorrected one, ``(sqrt(v) + epsilon)/sqrt(c)`` (Keras's Adam; the paper's epsilon hat)",
    "inside": "in the root, ``sqrt(v/c + epsilon)`` (Keras's Adagrad and RMSprop)",
}
UNCORRECTED = "  There is no correction: the first two are the same."

# What arguments are.
TEXTS = {
    "learning_rate": "The size of a step.",
    "weight_decay": "L2 regularisation: this times the parameter is added to the gradient.",
    "momentum": "How much of the velocity is kept.",
    "nesterov": "Whether the step is taken from where the velocity leads.  It needs momentum, and no dampening.",
    "dampening": "What the gradient's share in the velocity lacks to 1, from the first step on; with that of `momentum` the "
    "velocity is a mean.  PyTorch does not damp the first step.",
    "epsilon": "What keeps the quotient finite.",
    "rho": "How much of a mean is kept.",
    "centered": "Whether the mean square is of the gradients' distance from their mean.  This variance itself is kept, for the "
    "mean square less the square of the mean rounds below 0.",
    "beta_1": "How much of the mean of gradients is kept.",
    "beta_2": "How much of the mean square is kept; of Lion, of the mean.",
    "momentum_decay": "How soon the momentum rises to the whole of `beta_1`; Keras has 1.",
    "initial_accumulator_value": "What the sums start at; Keras has 0.1.",
    "clip_norm": "The largest norm of all gradients together, to which they are scaled down; see `update`.",
    "clip_value": "The largest size of a gradient's element, to which it is cut.",
    "decay_all": "Whether `Network.fit` decays biases and the parameters of normalisation too.",
}
BESIDE = "Weight decay beside the gradient: the parameter loses this times the rate of itself, as it was before the step."
BY_STEP = "The size of a step; or a function that gives it for the number of a step, counted from 0."


def paragraph(name, kind, text):
    return f"{name} : {kind}\n{textwrap.indent(textwrap.fill(text, WIDTH - 4), '    ')}"


def of_hyperparameter(row, name, default, by_step=False):
    text = TEXTS[name]
    if name == "weight_decay" and row.formula.startswith("p = "):
        text = BESIDE
    if by_step and name == "learning_rate":
        return paragraph(name, f"float or callable, default {default:g}", f"{BY_STEP}  In {row.intervals[name]}.")
    return paragraph(name, f"float, default {default:g}", f"{text}  In {row.intervals[name]}.")


def of_place(row, default):
    places = "; ".join(f'"{place}", {text}' for place, text in PLACES.items())
    words = "{" + ", ".join(f'"{place}"' for place in PLACES) + "}"
    return paragraph(
        "epsilon_at",
        f'{words}, default "{default}"',
        f"Where it is: {places}." + UNCORRECTED * ("1 - " not in row.formula.partition("root(")[2]),
    )


def formula_of(row):
    lines = row.formula.split("; ")
    if "root(" in row.formula:
        lines.append("# root(v, c): the root of v/c, with epsilon as `epsilon_at` says")
    return textwrap.indent("\n".join(lines), "    ")


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
        f"::\n\n{formula_of(row)}\n\n"
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
    notes = "::\n\n" + "\n\n".join(formula_of(row) for row in rows)
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
    raises = "ValueError\n    If a hyperparameter is outside of its interval."
    return text_of(rows[0].about, "\n".join(parameters), raises, notes, sources, example)
